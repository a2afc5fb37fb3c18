import { describe, expect, test } from 'vitest';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import type { State } from '../../../kiosk/renderer/flow/types.ts';
import type { Place } from './world.ts';
import {
  at,
  atMine,
  choose,
  fieldA,
  fieldB,
  issued,
  live,
  liveWith,
  notIssued,
  ownIssued,
  ownTicket,
  placeOf,
  places,
  play,
  requestsIn,
  reserveOf,
  seen,
  timer,
  usedUp,
} from './world.ts';

const cut: readonly Event[] = [{ kind: 'away' }, timer('line')];
/** The server has been away for a while, with a reserve of field A. */
const aloneAt = (place: Place) => play(at[place], reserveOf(fieldA), ...cut);
const givenIn = (effects: readonly { readonly kind: string }[]) =>
  effects.filter(({ kind }) => kind === 'give');

describe('the server is away, and there is a reserve', () => {
  test('RN20 who was choosing goes on without a name; who asked for a number gets one; the others begin anew', () => {
    const gone = (place: Place): string => {
      const { state, effects } = aloneAt(place);
      return givenIn(effects).length === 1 ? 'given' : placeOf(state);
    };
    const kept = places.filter((place) => gone(place) !== 'offline');
    expect(Object.fromEntries(kept.map((place) => [place, gone(place)]))).toEqual({
      greet: 'fields',
      expected: 'fields',
      knownFields: 'fields',
      unknown: 'fields',
      unsure: 'fields',
      touched: 'fields',
      several: 'fields',
      priority: 'priority',
      newcomer: 'fields',
      registered: 'fields',
      issuing: 'given',
      lineLost: 'given',
      // An appointment is the server's.
      checkingIn: 'issuing',
      number: 'number',
    });
    for (const place of ['greet', 'knownFields', 'newcomer', 'registered', 'priority'] as const)
      expect(aloneAt(place).state.stage).toMatchObject({ visitor: { kind: 'nameless', mayRegister: false } });
    expect(aloneAt('several').state.stage).toMatchObject({ several: [], note: 'lineGone' });
  });

  test('RN20 nothing of a visitor’s own data is left on the screen', () => {
    for (const state of Object.values(atMine))
      expect(placeOf(play(state, reserveOf(fieldA), ...cut).state)).toBe('offline');
  });

  test('RN20 from the start by touch, without looking at anybody', () => {
    const start = aloneAt('attract').state;
    expect(placeOf(start)).toBe('offline');
    expect(play(start, seen(1)).state).toBe(start);
    const { state, effects } = play(start, { kind: 'takeNumber' }, choose(fieldA, 'head'));
    expect(givenIn(effects)).toMatchObject([{ instead: null, order: { wish: { fieldId: fieldA } } }]);
    expect(requestsIn(effects)).toEqual([]);
    expect(placeOf(play(state, ownIssued).state)).toBe('number');
  });

  test('RN20 also when the machine was switched on without a server', () => {
    const start = play(at.off, { kind: 'away' }, reserveOf(fieldA), { kind: 'takeNumber' }).state;
    expect(placeOf(start)).toBe('fields');
    const declared = play(start, { kind: 'declarePriority' }, { kind: 'back' }).state;
    expect(placeOf(declared)).toBe('fields');
  });

  test('RN20 without a reserve the kiosk sends to staff, as before', () => {
    const start = play(at.attract, ...cut).state;
    expect(play(start, { kind: 'takeNumber' }).state).toMatchObject({ stage: { at: 'offline' } });
    expect(placeOf(play(at.unknown, ...cut).state)).toBe('offline');
  });

  test('RN23 a field that is used up leads to staff; another may still be chosen', () => {
    const fields = play(aloneAt('attract').state, { kind: 'takeNumber' }).state;
    const none = play(fields, choose(fieldA), usedUp).state;
    expect(none.stage).toEqual({ at: 'refused', refusal: 'usedUp' });
    expect(placeOf(play(none, { kind: 'leave' }).state)).toBe('offline');
    // The server is asked for what the kiosk does not have, for as long as the visitor waits.
    expect(givenIn(play(fields, choose(fieldB)).effects)).toEqual([]);
  });
});

describe('one wish, one number', () => {
  test('RN22 what the server was asked for is named, and its late answer is not shown', () => {
    const { state, effects } = aloneAt('issuing');
    const asked = at.issuing.stage.at === 'issuing' ? at.issuing.stage.order.request : 0;
    expect(givenIn(effects)).toMatchObject([{ instead: asked }]);
    const late = (): Event => ({ ...(issued(at.issuing) as Extract<Event, { kind: 'issued' }>) });
    expect(play(state, late).state).toEqual(state);
    expect(play(state, ownIssued, late).state.stage).toMatchObject({ at: 'number', ticket: ownTicket });
  });

  test('RN22 a server that does not answer is not waited for longer than one try', () => {
    const { effects } = play(at.issuing, reserveOf(fieldA), notIssued({ kind: 'offline' }));
    expect(givenIn(effects)).toHaveLength(1);
  });

  test('RN22 while it is asked, a line that comes back changes nothing', () => {
    const { state } = aloneAt('issuing');
    const back = play(state, live);
    expect([placeOf(back.state), requestsIn(back.effects)]).toEqual(['issuing', []]);
    expect(placeOf(play(back.state, ownIssued).state)).toBe('number');
  });
});

test('RN24 the line is back: who is choosing chooses on, and nothing speaks of the cut any more', () => {
  const fields = aloneAt('unknown').state;
  expect(fields.stage).toMatchObject({ note: 'lineGone' });
  const back = play(fields, live).state;
  expect(back.stage).toMatchObject({ at: 'fields', note: null });
  expect(requestsIn(play(back, choose(fieldA)).effects)).toMatchObject([{ kind: 'issue' }]);
  expect(placeOf(play(aloneAt('attract').state, live).state)).toBe('attract');
});

describe('the paper of it', () => {
  const printsIn = (from: State) => {
    const { state, effects } = play(from, reserveOf(fieldA), ...cut, ownIssued);
    const { stage } = state;
    return [effects.filter(({ kind }) => kind === 'print').length, stage.at === 'number' && stage.paper];
  };

  test('RN25 is printed by a printer of the kiosk’s own', () => {
    expect(printsIn(at.issuing)).toEqual([1, 'printing']);
  });

  test('RN25 the server’s printer is as far away as the server: the visitor is told to keep the number', () => {
    const issuing = play(at.unknown, liveWith({ printer: 'ready' }), choose(fieldA)).state;
    expect(printsIn(issuing)).toEqual([0, 'trouble']);
  });
});
