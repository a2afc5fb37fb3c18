import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../../counter-display/screens/officer/model.ts';
import {
  actionOfKey,
  actions,
  keys,
  mainAction,
  possibleActions,
  wholeMinutes,
} from '../../../counter-display/screens/officer/model.ts';
import { legalFrom } from '../../../shared/domain/command.ts';
import { deskTicket, officer } from '../../screens/displays/views.ts';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  repeat: false,
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('the officer console', () => {
  it.each([
    ['without a counter nothing', officer(null, { desk: null }), [], null],
    ['at a free counter the next is called', officer(null), ['callNext'], 'callNext'],
    ['with a called visitor', officer(deskTicket(1, 'A012')), ['recall', 'start', 'miss'], 'start'],
    ['while serving', officer(deskTicket(1, 'A012', { state: 'serving' })), ['finish'], 'finish'],
  ])('S30 offers what applies: %s', (_what, view, possible, main) => {
    expect(possibleActions(view)).toEqual(possible);
    expect(mainAction(view)).toBe(main);
  });

  it('S30 offers nothing that the life cycle would refuse', () => {
    for (const state of ['called', 'serving'] as const)
      for (const action of possibleActions(officer(deskTicket(1, 'A012', { state }))))
        if (action !== 'callNext') expect(legalFrom[action]).toContain(state);
  });

  it('S31 gives each action a letter of its own', () => {
    expect(new Set(Object.values(keys)).size).toBe(actions.length);
    for (const action of actions) expect(actionOfKey(press(`Key${keys[action]}`))).toBe(action);
  });

  it.each<[string, KeyPress]>([
    ['a key held down', press('KeyN', { repeat: true })],
    ['a key of a word being composed', press('KeyN', { isComposing: true })],
    ['Ctrl+N', press('KeyN', { ctrlKey: true })],
    ['Alt+F', press('KeyF', { altKey: true })],
    ['Cmd+R', press('KeyR', { metaKey: true })],
    ['Shift+S', press('KeyS', { shiftKey: true })],
    ['Enter', press('Enter')],
    ['Space', press('Space')],
    ['another letter', press('KeyX')],
  ])('S31 does nothing on %s', (_what, event) => {
    expect(actionOfKey(event)).toBeNull();
  });

  it.each([
    [0, 59_999, 0],
    [0, 60_000, 1],
    [60_000, 0, 0],
  ])('S32 counts whole minutes from %i to %i ms', (from, to, minutes) => {
    expect(wholeMinutes(from, to)).toBe(minutes);
  });
});
