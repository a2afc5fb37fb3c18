import { describe, expect, test } from 'vitest';
import { isHelped, noHelp } from '../../../kiosk/renderer/flow/help.ts';
import { idleLimit, limits } from '../../../kiosk/renderer/flow/limits.ts';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { HelpMode, State } from '../../../kiosk/renderer/flow/types.ts';
import { at, choose, fieldA, issued, left, placeOf, places, play, seen, timer } from './world.ts';

const by = (mode: HelpMode, on = true): Event => ({ kind: 'helpBy', mode, on });
const open: Event = { kind: 'help', open: true };
const modes = ['low', 'large', 'contrast', 'sound'] as const;
const heard = (state: State): State => ({ ...state, help: { ...noHelp, sound: true } });

describe('asking for help', () => {
  test.each(places)('HP15 at %s help is shown and set, and nothing else changes', (place) => {
    const { state } = play(at[place], open, ...modes.map((mode) => by(mode)), by('contrast', false));
    expect(state.help).toEqual({ open: false, low: true, large: true, contrast: false, sound: true });
    expect(state.stage).toEqual(at[place].stage);
  });
  test('HP15 it lasts for the visit, from the start to the number, and no longer', () => {
    const asked = play(at.attract, open, by('low'), { kind: 'help', open: false }).state;
    const { state } = play(asked, { kind: 'takeNumber' }, choose(fieldA), issued);
    expect([placeOf(state), state.help.low]).toEqual(['number', true]);
    expect(play(state, { kind: 'leave' }).state.help).toEqual(noHelp);
  });
  test('HP15 help that was only looked for at the start is taken back when nobody goes on', () => {
    for (const event of [open, by('large')]) {
      const { state, effects } = play(at.attract, event);
      expect(effects).toContainEqual({ kind: 'startTimer', timer: 'idle', ms: limits.leftBehind });
      expect(play(state, timer('idle')).state.help).toEqual(noHelp);
    }
  });
  test('HP15 a number is seen at once, also by somebody who was looking for help meanwhile', () => {
    const { state } = play(at.issuing, open, by('large'), issued);
    expect(state.help).toMatchObject({ open: false, large: true });
  });
  test('HP16 somebody with help whom the camera loses while it looks is not sent away', () => {
    const looked = play(at.attract, by('low'), seen(1)).state;
    expect(placeOf(looked)).toBe('look');
    const { state } = play(looked, left);
    expect([placeOf(state), state.help.low]).toEqual(['fields', true]);
    expect(placeOf(play(at.look, left).state)).toBe('attract');
  });
  test('HP25 who has to hear a screen has three times as long, and 20 s of countdown', () => {
    for (const place of places) {
      const ms = idleLimit(at[place]);
      if (['off', 'closed', 'attract'].includes(place) || ms === null) continue;
      expect(idleLimit(heard(at[place]))).toBe(3 * ms);
    }
    expect(play(heard(at.code), timer('idle')).state.closing).toBe(20);
    expect(play({ ...heard(at.number), face: 'here' }, left).state.closing).toBe(20);
  });
  test('HP15 only what differs from everybody’s kiosk counts as help', () => {
    expect(isHelped(noHelp)).toBe(false);
    for (const mode of modes) expect(isHelped({ ...noHelp, [mode]: true })).toBe(true);
  });
});
