import { describe, expect, test } from 'vitest';
import { limits } from '../../../kiosk/renderer/flow/limits.ts';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import type { Place } from './world.ts';
import {
  at,
  choose,
  fieldA,
  left,
  maskedName,
  placeOf,
  places,
  play,
  seen,
  timer,
  typedName,
  visitorRef,
} from './world.ts';

const started = (effects: readonly { kind: string }[], name: string): boolean =>
  effects.some((effect) => 'timer' in effect && effect.timer === name && effect.kind === 'startTimer');

const second = timer('second');
/** Looking and turning have limits of their own, and a start has nothing to close. */
const visits = places.filter(
  (place) => !['off', 'closed', 'attract', 'look', 'asked', 'doubted', 'turn'].includes(place),
);
/** Where a face that leaves ends the visit; a wish that is under way is waited for, and a card hides a face. */
const watched = visits.filter((place) => !['issuing', 'card'].includes(placeOf(at[place])));
const here = (place: Place): State => ({ ...at[place], face: 'here' });
/** The same place without a face ever seen, as for somebody who sits below the camera. */
const unseen = (place: Place): State => ({ ...at[place], face: 'unseen' });

describe('idle', () => {
  test.each(visits)('K12 %s counts down and goes back to the start', (place) => {
    const idle = play(at[place], timer('idle'));
    expect(idle.state.closing).toBe(limits.closingIdle);
    const counts = Array.from({ length: limits.closingIdle - 1 }, () => second);
    const almost = play(idle.state, ...counts).state;
    expect([almost.closing, placeOf(almost)]).toEqual([1, placeOf(at[place])]);
    expect(placeOf(play(almost, second).state)).toBe('attract');
  });
  test.each(visits)('K12 a touch at %s ends the countdown', (place) => {
    const { state, effects } = play(at[place], timer('idle'), second, { kind: 'touch' });
    expect(state.closing).toBeNull();
    expect(effects.at(-1)).toMatchObject({ kind: 'startTimer', timer: 'idle' });
    // A second that was already on its way does nothing.
    expect(play(state, second)).toEqual({ state, effects: [] });
  });
  test('K12 every screen of a visit starts its waiting time', () => {
    const enters: readonly (readonly [Place, Event])[] = [
      ['attract', { kind: 'takeNumber' }],
      ['greet', { kind: 'otherFields' }],
      ['greet', choose(fieldA, 'usual')],
      ['unknown', { kind: 'register' }],
      ['attract', { kind: 'enterCode' }],
      ['unknown', { kind: 'declarePriority' }],
      ['consent', { kind: 'agree', version: 'v1' }],
      ['name', { kind: 'named', name: null }],
      ['birth', { kind: 'born', year: 1980 }],
      ['problem', { kind: 'retry' }],
    ];
    for (const [place, event] of enters) expect(started(play(at[place], event).effects, 'idle')).toBe(true);
  });
  test('K12 looking has its own limit', () => {
    expect(started(play(at.attract, seen(1)).effects, 'giveUp')).toBe(true);
    expect(play(at.look, timer('giveUp')).state.stage).toMatchObject({ visitor: { mayRegister: false } });
  });
});

describe('leaving', () => {
  test.each(watched)('K13 %s: the face leaves, a short countdown, the start', (place) => {
    const gone = play(here(place), left).state;
    expect(gone.closing).toBeLessThanOrEqual(10);
    const end = play(gone, ...Array.from({ length: 10 }, () => second)).state;
    expect(end.stage).toEqual({ at: 'attract', armed: true });
  });
  test.each(watched)('K13 %s: another face does not end the countdown, a touch does', (place) => {
    const gone = play(here(place), left).state;
    expect(play(gone, seen(1)).state.closing).toBe(gone.closing);
    expect(play(gone, seen(1), { kind: 'touch' }).state.closing).toBeNull();
  });
  test.each(watched.filter((place) => placeOf(at[place]) !== 'question'))(
    'K13 %s: nobody leaves whose face was never seen',
    (place) => {
      expect(play(unseen(place), left).state.closing).toBeNull();
    },
  );
  test('K13 whoever came up during the countdown is looked at as soon as it is over', () => {
    const end = play(here('greet'), left, seen(1), ...Array.from({ length: 5 }, () => second)).state;
    expect(end.stage).toEqual({ at: 'attract', armed: true });
  });
  test('K13 an answer that comes during the countdown does not stop it', () => {
    const failed: Event = {
      kind: 'enrolled',
      request: at.saving.serial,
      answer: { kind: 'failed', problem: { kind: 'offline' } },
    };
    const { state } = play(at.saving, left, failed);
    expect([placeOf(state), state.closing]).toEqual(['fields', 5]);
  });
  test('K13 the countdown of leaving never makes that of doing nothing longer', () => {
    const almost = play(at.greet, timer('idle'), ...Array.from({ length: 8 }, () => second)).state;
    expect(play(almost, left).state.closing).toBe(2);
  });
});

describe('after a visit', () => {
  test.each(places)('K14 leaving %s leaves nothing of the visitor', (place) => {
    const { state } = play(at[place], { kind: 'language', language: 'en' }, { kind: 'leave' });
    if (['offline', 'closed', 'attract'].includes(placeOf(at[place]))) return;
    const kept = JSON.stringify(state);
    for (const secret of [
      visitorRef,
      maskedName,
      typedName,
      'A012',
      'B007',
      'sealed',
      '1234',
      '1971',
      '1980',
    ])
      expect(kept).not.toContain(secret);
    expect(state).toMatchObject({ language: 'vi', closing: null, face: 'unseen', touched: false });
  });
  test('K15 who still stands there is not greeted again at once', () => {
    const { state, effects } = play(at.number, { kind: 'leave' });
    expect(placeOf(play(state, seen(1)).state)).toBe('attract');
    expect(effects).toContainEqual({ kind: 'startTimer', timer: 'rearm', ms: limits.rearmTouched });
    expect(placeOf(play(state, timer('rearm'), seen(1)).state)).toBe('look');
    expect(placeOf(play(state, left, seen(1)).state)).toBe('look');
  });
  test('K15 somebody who only stands there is left alone for longer', () => {
    const standing: State = { ...at.greet, touched: false };
    const { effects } = play(standing, timer('idle'), ...Array.from({ length: 10 }, () => second));
    expect(effects).toContainEqual({ kind: 'startTimer', timer: 'rearm', ms: limits.rearmUntouched });
  });
  test('K16 a language left behind at the start goes back to Vietnamese', () => {
    const { state, effects } = play(at.attract, { kind: 'language', language: 'en' });
    expect(started(effects, 'idle')).toBe(true);
    expect(play(state, timer('idle')).state).toMatchObject({ language: 'vi', closing: null });
  });
  test.each(places)('K16 at %s the language changes and nothing else', (place) => {
    const { state } = play(at[place], { kind: 'language', language: 'en' });
    expect([state.language, state.stage]).toEqual(['en', at[place].stage]);
  });
});
