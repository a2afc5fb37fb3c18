import { describe, expect, test } from 'vitest';
import { advance } from '../../../shared/domain/advance.ts';
import { formatNumber, issue } from '../../../shared/domain/ticket.ts';
import { deskAt } from '../../factories/desks.ts';
import { counterId, fieldId, minutes, officerId, opening, ticketId, today } from '../../factories/ids.ts';
import { commandOf, missPolicy, stateOf, ticketOf } from '../../factories/tickets.ts';

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
    state: { kind: 'called', desk: deskAt(1), announcements: 2 },
    orderAt: opening + minutes(30),
    appointmentAt: opening + minutes(20),
    misses: 1,
    target,
    since: opening + minutes(40),
  });

  test('TK8 a recall is one more announcement in the same stay', () => {
    expect(advance(called, commandOf('recall'), now)).toEqual({
      ok: true,
      value: { ...called, state: { kind: 'called', desk: deskAt(1), announcements: 3 } },
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
    expect(advance(called, { kind: 'cancel', by: 'visitor' }, now)).toMatchObject({
      ok: true,
      value: { state: { kind: 'cancelled', by: 'visitor' } },
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
