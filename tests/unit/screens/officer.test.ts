import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../../../counter-display/screens/officer/model/desk.ts';
import {
  actions,
  deskState,
  heldBy,
  keys,
  offeredActions,
  otherActions,
  primaryAction,
  wholeMinutes,
} from '../../../counter-display/screens/officer/model/desk.ts';
import type { KeyPress } from '../../../counter-display/screens/officer/model/keyboard.ts';
import { actionOfKey, openEar } from '../../../counter-display/screens/officer/model/keyboard.ts';
import { legalFrom } from '../../../shared/domain/command.ts';
import { deskTicket, deskWith, officer, ticketIdOf } from '../../screens/displays/views.ts';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key: code.startsWith('Key') ? code.slice(3).toLowerCase() : code,
  repeat: false,
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

const serving = deskTicket(1, 'A012', { state: 'serving' });
const onBreak = { since: 0, until: null };
const undo = { ticketId: ticketIdOf(9), number: 'A011', until: 5_000 };
const views = {
  none: officer(null, { desk: null }),
  free: officer(null),
  away: officer(null, { desk: deskWith(null, { onBreak }) }),
  called: officer(deskTicket(1, 'A012')),
  serving: officer(serving),
  undoable: officer(null, { desk: deskWith(null, { undo }) }),
};

describe('what an officer can do', () => {
  it.each([
    ['none', views.none],
    ['free', views.free],
    ['away', views.away],
    ['called', views.called],
    ['serving', views.serving],
    // Somebody at the desk comes before a break.
    ['serving', officer(null, { desk: deskWith(serving, { onBreak }) })],
  ] as const)('OC1 the desk is %s', (state, view) => {
    expect(deskState(view)).toBe(state);
    if (state === 'none') return;
    expect(offeredActions(view)).toEqual(
      expect.arrayContaining([primaryAction[state], ...otherActions[state]]),
    );
  });

  it('OC1 the large action follows the visit', () => {
    expect(primaryAction).toEqual({
      free: 'callNext',
      called: 'start',
      serving: 'finishNext',
      away: 'backToWork',
    });
  });

  it('S30 offers nothing that the life cycle would refuse', () => {
    const commands = Object.keys(legalFrom) as (keyof typeof legalFrom)[];
    for (const state of ['called', 'serving'] as const)
      for (const action of offeredActions(views[state])) {
        const command = commands.find((one) => one === action);
        if (command !== undefined) expect(legalFrom[command], action).toContain(state);
      }
    // And each command on a ticket at the desk is somewhere.
    for (const command of ['recall', 'start', 'return', 'miss', 'cancel'] as const)
      expect(offeredActions(views.called)).toContain(command);
    for (const command of ['park', 'transfer', 'finish'] as const)
      expect(offeredActions(views.serving)).toContain(command);
  });

  it('OC2 undoing is offered exactly as long as the view says', () => {
    expect(offeredActions(views.undoable)).toContain('undo');
    expect(offeredActions(views.free)).not.toContain('undo');
  });

  it('OC3 nobody leaves the desk while a visitor is held, and is told which', () => {
    for (const action of ['takeBreak', 'changeCounter'] as const) {
      expect(heldBy(action, views.serving)).toBe('A012');
      expect(heldBy(action, views.called)).toBe('A012');
      expect(heldBy(action, views.free)).toBeNull();
    }
    expect(heldBy('finish', views.serving)).toBeNull();
  });

  it.each([
    [0, 59_999, 0],
    [0, 60_000, 1],
    [60_000, 0, 0],
  ])('S32 counts whole minutes from %i to %i ms', (from, to, minutes) => {
    expect(wholeMinutes(from, to)).toBe(minutes);
  });
});

describe('the keys', () => {
  it('OC4 no state of the desk has two actions on one key', () => {
    for (const [name, view] of Object.entries(views)) {
      const used = offeredActions(view).map((action) => keys[action]);
      expect(new Set(used).size, name).toBe(used.length);
    }
  });

  it('OC4 what a key does in one state it never does a second time in the next', () => {
    const follows: readonly (readonly [Action, keyof typeof views])[] = [
      ['callNext', 'called'],
      ['start', 'serving'],
      ['finish', 'free'],
      ['finishNext', 'called'],
      ['miss', 'free'],
      ['return', 'free'],
      ['park', 'free'],
      ['undo', 'serving'],
    ];
    for (const [action, next] of follows)
      expect(actionOfKey(press(`Key${keys[action]}`), offeredActions(views[next])), action).toBeNull();
  });

  it('S31 every action has a key that means it wherever it is offered', () => {
    for (const action of actions) {
      const at = Object.values(views).find((view) => offeredActions(view).includes(action));
      const label = keys[action];
      const by = /[/?]/u.test(label)
        ? press('Slash', { key: label, shiftKey: label === '?' })
        : press(/\d/u.test(label) ? `Digit${label}` : `Key${label}`);
      expect(at, action).toBeDefined();
      expect(actionOfKey(by, at === undefined ? [] : offeredActions(at)), action).toBe(action);
    }
  });

  it('S31 a key is known by its place, whatever a Vietnamese typing program makes of it', () => {
    expect(actionOfKey(press('KeyD', { key: 'đ' }), offeredActions(views.serving))).toBe('dossier');
    expect(actionOfKey(press('Numpad2', { key: '2' }), offeredActions(views.serving))).toBe('parked');
  });

  it.each<[string, KeyPress]>([
    ['a key held down', press('KeyN', { repeat: true })],
    ['a key of a word being composed', press('KeyN', { isComposing: true })],
    ['Ctrl+N', press('KeyN', { ctrlKey: true })],
    ['Alt+F', press('KeyF', { altKey: true })],
    ['Cmd+R', press('KeyR', { metaKey: true })],
    ['Shift+S', press('KeyS', { shiftKey: true })],
    ['Enter', press('Enter')],
    ['Space', press('Space', { key: ' ' })],
    ['F5', press('F5')],
    ['another letter', press('KeyX')],
  ])('S31 does nothing on %s', (_what, event) => {
    for (const view of Object.values(views)) expect(actionOfKey(event, offeredActions(view))).toBeNull();
  });
});

describe('the ear for keys and scanners', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const listen = () => {
    const acted: Action[] = [];
    const codes: string[] = [];
    const ear = openEar(
      (action) => acted.push(action),
      (code) => codes.push(code),
    );
    return { ear, acted, codes };
  };

  it('OC5 a key by itself acts a moment later, once', () => {
    const { ear, acted } = listen();
    expect(ear.hear('n', 'callNext', 0)).toBe(false);
    // A bouncing key.
    ear.hear('n', 'callNext', 8);
    expect(acted).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(acted).toEqual(['callNext']);
    ear.hear('s', 'start', 400);
    vi.advanceTimersByTime(100);
    expect(acted).toEqual(['callNext', 'start']);
  });

  it('OC5 a scanned code acts on nothing and is heard whole, its Enter kept from the focused button', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][A-Z0-9.-]{3,30}$/u).filter((code) => new Set(code.slice(0, 2)).size === 2),
        fc.integer({ min: 1, max: 45 }),
        (code, gap) => {
          const { ear, acted, codes } = listen();
          [...code].forEach((sign, index) => {
            ear.hear(sign, 'cancel', index * gap);
            vi.advanceTimersByTime(gap);
          });
          expect(ear.hear('Enter', null, code.length * gap)).toBe(true);
          vi.advanceTimersByTime(200);
          expect(acted).toEqual([]);
          expect(codes).toEqual([code]);
        },
      ),
    );
  });

  it('OC5 two keys of a quick hand both act, in their order', () => {
    const { ear, acted } = listen();
    ear.hear('5', 'appointments', 0);
    ear.hear('b', 'takeBreak', 30);
    vi.advanceTimersByTime(100);
    expect(acted).toEqual(['appointments', 'takeBreak']);
    // What comes later starts anew.
    ear.hear('n', 'callNext', 500);
    vi.advanceTimersByTime(100);
    expect(acted).toEqual(['appointments', 'takeBreak', 'callNext']);
  });

  it('OC5 Enter by itself, also after a key, stays the focused button’s', () => {
    const { ear, codes } = listen();
    expect(ear.hear('Enter', null, 0)).toBe(false);
    ear.hear('n', 'callNext', 1_000);
    expect(ear.hear('Enter', null, 1_500)).toBe(false);
    expect(ear.hear('Tab', null, 2_000)).toBe(false);
    expect(codes).toEqual([]);
  });

  it('OC5 nothing acts after the console has gone', () => {
    const { ear, acted } = listen();
    ear.hear('n', 'callNext', 0);
    ear.close();
    vi.advanceTimersByTime(200);
    expect(acted).toEqual([]);
  });
});
