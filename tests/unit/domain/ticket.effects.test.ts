import { describe, expect, test } from 'vitest';
import { advance } from '../../../shared/domain/advance.ts';
import { formatNumber, issue } from '../../../shared/domain/ticket.ts';
import { deskAt } from '../../factories/desks.ts';
import { counterId, fieldId, minutes, officerId, opening, ticketId, today } from '../../factories/ids.ts';
import { commandOf, missPolicy, stateOf, ticketOf, undoMs } from '../../factories/tickets.ts';

const now = opening + minutes(60);

describe('nobody answers', () => {
  const miss = (misses: number) => {
    const called = ticketOf(1, {
      misses,
      state: stateOf('called'),
      target: { kind: 'counter', counterId: counterId(1) },
    });
    return advance(called, commandOf('miss'), now);
  };

  test.each([
    [0, { misses: 1, state: { kind: 'waiting', notBefore: now + missPolicy.coolDownMs } }],
    [1, { misses: 2, state: { kind: 'waiting', notBefore: now + missPolicy.coolDownMs } }],
    [2, { misses: 3, state: { kind: 'missed' } }],
    [3, { misses: 4, state: { kind: 'missed' } }],
  ])('TK6 a miss after %i others', (misses, expected) => {
    const before = ticketOf(1);
    expect(miss(misses)).toMatchObject({
      ok: true,
      value: {
        ...expected,
        orderAt: before.orderAt,
        target: { kind: 'counter', counterId: 1 },
        since: now,
      },
    });
  });

  test('TK7 it is left in peace until the cool-down is over, to the millisecond', () => {
    const until = now + missPolicy.coolDownMs;
    const missed = ticketOf(1, { state: { kind: 'waiting', notBefore: until } });
    expect(advance(missed, commandOf('call'), until - 1)).toEqual({
      ok: false,
      error: { code: 'coolingDown', until },
    });
    expect(advance(missed, commandOf('call'), until).ok).toBe(true);
  });
});

describe('what each command keeps and sets', () => {
  const target = { kind: 'officer', officerId: officerId(1) } as const;
  const called = ticketOf(1, {
    state: { kind: 'called', desk: deskAt(1), announcements: 2, turn: 'priority' },
    orderAt: opening + minutes(30),
    appointmentAt: opening + minutes(20),
    misses: 1,
    target,
    since: opening + minutes(40),
  });

  test('TK8 a recall is one more announcement in the same stay', () => {
    expect(advance(called, commandOf('recall'), now)).toEqual({
      ok: true,
      value: { ...called, state: { ...called.state, announcements: 3 } },
    });
  });

  test('TK8 a new call is announced once', () => {
    const again = advance({ ...called, state: stateOf('missed') }, commandOf('call'), now);
    expect(again).toMatchObject({ ok: true, value: { state: { announcements: 1 } } });
  });

  test('TK9 a call taken back leaves place, target, appointment and misses as they were', () => {
    expect(advance(called, commandOf('return'), now)).toEqual({
      ok: true,
      value: { ...called, state: { kind: 'waiting', notBefore: null }, since: now },
    });
  });

  const transfer = { ...commandOf('transfer'), fieldId: fieldId(2), target: { kind: 'anyone' } } as const;

  test('TK10 a transfer keeps the place by issue time, with the number, appointment and misses', () => {
    expect(advance(called, { ...transfer, kind: 'transfer', desk: deskAt(1), place: 'kept' }, now)).toEqual({
      ok: true,
      value: {
        ...called,
        fieldId: fieldId(2),
        target: { kind: 'anyone' },
        orderAt: called.issuedAt,
        state: { kind: 'waiting', notBefore: null },
        since: now,
      },
    });
  });

  test('TK11 a transfer to the end goes behind everyone, also with an appointment', () => {
    expect(
      advance(called, { ...transfer, kind: 'transfer', desk: deskAt(1), place: 'end' }, now),
    ).toMatchObject({ ok: true, value: { orderAt: now, appointmentAt: null, fieldId: 2 } });
  });

  test('TK12 finish keeps who served it', () => {
    const served = ticketOf(1, { state: stateOf('serving') });
    expect(advance(served, { kind: 'finish', desk: deskAt(1) }, now)).toMatchObject({
      ok: true,
      value: { state: { kind: 'done', desk: deskAt(1) } },
    });
  });

  test('TK13 a cancelled ticket says by whom', () => {
    expect(advance(called, { kind: 'cancel', by: 'visitor', desk: null }, now)).toMatchObject({
      ok: true,
      value: { state: { kind: 'cancelled', by: 'visitor' } },
    });
  });
});

describe('several fields in one visit', () => {
  const serving = ticketOf(1, {
    state: stateOf('serving'),
    legs: [fieldId(3), fieldId(2)],
    orderAt: opening + minutes(30),
    appointmentAt: opening + minutes(20),
    target: { kind: 'counter', counterId: counterId(1) },
    misses: 2,
  });

  test('TK25 the end of one leg is the way to the next, with the number and the place by issue time', () => {
    expect(advance(serving, commandOf('finish'), now)).toEqual({
      ok: true,
      value: {
        ...serving,
        fieldId: fieldId(3),
        legs: [fieldId(2)],
        orderAt: serving.issuedAt,
        appointmentAt: null,
        target: { kind: 'anyone' },
        misses: 0,
        state: { kind: 'waiting', notBefore: null },
        since: now,
      },
    });
  });

  const service = { desk: deskAt(1), fieldId: fieldId(1), legs: serving.legs, finishedAt: now };
  const undo = { kind: 'undoFinish', desk: deskAt(1), service, withinMs: undoMs } as const;
  const finished = [
    ticketOf(1, { state: stateOf('done'), since: now }),
    ticketOf(1, { fieldId: fieldId(3), legs: [fieldId(2)], since: now }),
  ];

  test.each(finished)('TK26 a finish is taken back within five seconds, to the millisecond', (ticket) => {
    expect(advance(ticket, undo, now + undoMs)).toEqual({
      ok: true,
      value: {
        ...ticket,
        fieldId: fieldId(1),
        legs: serving.legs,
        state: stateOf('serving'),
        since: now + undoMs,
      },
    });
    expect(advance(ticket, undo, now + undoMs + 1)).toEqual({ ok: false, error: { code: 'tooLate' } });
  });

  test.each(finished)(
    'TK26 and only by the desk that finished it, while nothing came of it since',
    (ticket) => {
      const by = (counter: number, officer: number) =>
        advance(ticket, { ...undo, desk: deskAt(counter, officer) }, now);
      expect(by(2, 2)).toEqual({ ok: false, error: { code: 'otherDesk', counterId: counterId(1) } });
      expect(by(1, 2)).toEqual({ ok: false, error: { code: 'keptForOther' } });
      expect(advance({ ...ticket, since: now + 1 }, undo, now + 1)).toEqual({
        ok: false,
        error: { code: 'tooLate' },
      });
    },
  );
});

describe('back to the line, and out of turn', () => {
  test.each(['missed', 'cancelled'] as const)(
    'TK27 a %s ticket comes back to its old place, its misses forgotten',
    (kind) => {
      const ticket = ticketOf(1, { misses: 3, orderAt: opening + minutes(30), state: stateOf(kind) });
      expect(advance(ticket, { kind: 'reactivate' }, now)).toEqual({
        ok: true,
        value: { ...ticket, misses: 0, state: { kind: 'waiting', notBefore: null }, since: now },
      });
    },
  );

  test('TK28 a call by hand does not wait for the end of a cool-down', () => {
    const cooling = ticketOf(1, { state: { kind: 'waiting', notBefore: now + 1 } });
    expect(advance(cooling, { kind: 'call', desk: deskAt(1), byHand: true }, now).ok).toBe(true);
  });

  test.each([
    ['normal', null, false],
    ['priority', 'PREGNANT', false],
    ['picked', null, true],
    ['picked', 'PREGNANT', true],
  ] as const)('TK30 a call says how it came about: %s', (turn, priority, byHand) => {
    const call = advance(ticketOf(1, { priority }), { kind: 'call', desk: deskAt(1), byHand }, now);
    expect(call).toMatchObject({ ok: true, value: { state: { turn } } });
  });

  test('TK31 a class set by staff is confirmed, and taking it away leaves none; the stay goes on', () => {
    const ticket = ticketOf(1, { priority: 'ELDERLY80', state: stateOf('called') });
    const set = (priority: string | null) =>
      advance(ticket, { kind: 'setPriority', priority, desk: null }, now);
    expect(set('PREGNANT')).toEqual({
      ok: true,
      value: { ...ticket, priority: 'PREGNANT', priorityConfirmed: true },
    });
    expect(set(null)).toEqual({ ok: true, value: { ...ticket, priority: null, priorityConfirmed: false } });
  });

  test('TK31 the fields still to come are set, and the stay goes on', () => {
    const ticket = ticketOf(1, { state: stateOf('called'), legs: [fieldId(2)] });
    expect(advance(ticket, { kind: 'setLegs', legs: [fieldId(3)], desk: null }, now)).toEqual({
      ok: true,
      value: { ...ticket, legs: [fieldId(3)] },
    });
  });
});

describe('a new ticket', () => {
  test('TK14 waits for anyone, at the place of its issue time', () => {
    const made = { id: ticketId(7), number: 'A007', businessDay: today, issuedAt: now, visitorId: null };
    const ticket = issue({
      ...made,
      priority: 'PREGNANT',
      priorityConfirmed: false,
      appointmentAt: null,
      fieldId: fieldId(1),
      legs: [],
    });
    expect(ticket).toEqual({
      ...made,
      priority: 'PREGNANT',
      priorityConfirmed: false,
      appointmentAt: null,
      fieldId: 1,
      legs: [],
      orderAt: now,
      target: { kind: 'anyone' },
      misses: 0,
      state: { kind: 'waiting', notBefore: null },
      since: now,
    });
  });

  test.each([
    ['A', 1, 'A001'],
    ['A', 12, 'A012'],
    ['B', 999, 'B999'],
    ['B', 1000, 'B1000'],
    ['HT', 45, 'HT045'],
  ])('TK15 number %s %i is %s', (prefix, sequence, number) => {
    expect(formatNumber(prefix, sequence)).toBe(number);
  });
});
