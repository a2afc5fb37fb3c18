import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../server/db/open.ts';
import { openDb } from '../../server/db/open.ts';
import { sqliteStore } from '../../server/db/store.ts';
import { waitsNow } from '../../server/usecases/expectedWaits.ts';
import type { Context } from '../../server/usecases/ports.ts';
import type { Store } from '../../server/usecases/store.ts';
import { makeVault } from '../../server/vault.ts';
import type { Command } from '../../shared/domain/command.ts';
import { advance } from '../../shared/domain/advance.ts';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { deskAt } from '../factories/desks.ts';
import { counterId, fieldId, minutes, opening, today } from '../factories/ids.ts';
import { commandOf, ticketOf } from '../factories/tickets.ts';
import { smallOffice, standFor } from './smallOffice.ts';

let db: Db;
let store: Store;
let now: Millis = opening;

beforeEach(() => {
  db = openDb(':memory:');
  store = sqliteStore(db, makeVault(randomBytes(32)));
  smallOffice(db);
  db.prepare(
    `INSERT INTO office (id, name_vi, name_en, time_zone, max_calls, cool_down_ms, one_of_every, key_digest)
     VALUES (1, 'Văn phòng', 'Office', 'Asia/Ho_Chi_Minh', 3, 300000, 3, x'00')`,
  ).run();
  for (const id of [1, 2, 3]) standFor(db, counterId(id), [fieldId(id)]);
  now = opening;
  return () => db.close();
});

const context = () => ({ store, now: () => now }) as Context;
const dayBefore = '2026-11-20' as BusinessDay;

/** The `sequence`-th ticket, issued now. */
function issued(sequence: number, more: Partial<Ticket> = {}): Ticket {
  const ticket = ticketOf(sequence, { issuedAt: now, orderAt: now, since: now, ...more });
  store.tickets.add(ticket, sequence, 'touch', 'local');
  return ticket;
}

/** After so many minutes a command at the desk of counter 1, unless told otherwise. */
function then(ticket: Ticket, after: number, kind: Command['kind'], counter = 1): Ticket {
  now += minutes(after);
  const moved = advance(ticket, commandOf(kind, deskAt(counter)), now);
  if (!moved.ok) throw new Error(`${kind}: ${moved.error.code}`);
  store.tickets.save(ticket, moved.value, 'local', now);
  return moved.value;
}

const served = (sequence: number, more: Partial<Ticket> = {}): Ticket =>
  then(then(then(issued(sequence, more), 3, 'call'), 1, 'start'), 10, 'finish');

describe('what waits are foretold from', () => {
  test('WT1 a call is told with what came before and after it', () => {
    served(1);
    const [record] = store.waits.callsOn(today);
    expect(record).toEqual({
      daysAgo: 0,
      fieldId: 1,
      counterId: 1,
      officerId: 1,
      issuedAt: opening,
      readyAt: opening,
      calledAt: opening + minutes(3),
      earlierCalls: 0,
      endedAt: opening + minutes(4),
      answer: 'came',
      servedUntil: opening + minutes(14),
    });
  });

  test('WT1 a missed call, and the next one after the cool-down', () => {
    const missed = then(then(issued(1), 1, 'call'), 2, 'miss');
    then(missed, 6, 'call');
    expect(store.waits.callsOn(today)).toMatchObject([
      { answer: 'missed', endedAt: opening + minutes(3), earlierCalls: 0, servedUntil: null },
      { answer: null, readyAt: opening + minutes(8), earlierCalls: 1, endedAt: null },
    ]);
  });

  test.each<readonly [string, readonly Command['kind'][], object]>([
    ['taken back', ['call', 'return'], { answer: null, servedUntil: null }],
    ['handed on before it began', ['call', 'transfer'], { answer: null, servedUntil: null }],
    ['handed on', ['call', 'start', 'transfer'], { answer: 'came', servedUntil: opening + minutes(3) }],
    ['parked', ['call', 'start', 'park'], { answer: 'came', servedUntil: opening + minutes(3) }],
    ['still going on', ['call', 'start'], { answer: 'came', servedUntil: null }],
    ['ended by the close of the day', ['call', 'start', 'expire'], { answer: 'came', servedUntil: null }],
  ])('WT1 a visit that is %s', (_, commands, expected) => {
    commands.reduce((ticket, kind) => then(ticket, 1, kind), issued(1));
    expect(store.waits.callsOn(today)).toMatchObject([expected]);
  });

  test('WT2 days are those of the tickets, and today is not among the days before', () => {
    const before = { businessDay: dayBefore, priority: 'ELDERLY80' };
    served(1, before);
    served(2);
    served(3, { priority: 'ELDERLY80' });
    expect(store.waits.callsBefore(today, 28)).toMatchObject([{ daysAgo: 3 }]);
    expect(store.waits.callsBefore(today, 2)).toEqual([]);
    expect(store.waits.callsOn(today)).toHaveLength(2);
    // Eight in the morning in Hà Nội is one o'clock of the UTC clock.
    const one = { fieldId: 1, priority: true, hour: 1, count: 1 };
    expect(store.waits.priorityArrivalsBefore(today, 28)).toEqual({ days: 1, tallies: [one] });
    expect(store.waits.priorityArrivalsBefore(today, 2)).toEqual({ days: 0, tallies: [] });
  });
});

describe('the waits of the office now', () => {
  const middle = (field: number): number =>
    (waitsNow(context()).ofField(fieldId(field))?.p50Ms ?? Number.NaN) / minutes(1);

  test('WT3 a field without an officer is taken as it will be, one without a counter has no wait', () => {
    standFor(db, counterId(3), []);
    for (let i = 1; i <= 5; i++) issued(i);
    expect(middle(1)).toBeGreaterThan(25);
    expect(middle(2)).toBeLessThan(1);
    expect(waitsNow(context()).ofField(fieldId(3))).toBeNull();
    store.desks.take(deskAt(1), now);
    expect(middle(1)).toBeGreaterThan(25);
    // A counter that helps shortens it; one that nobody sits at does not.
    standFor(db, counterId(2), [fieldId(1)]);
    const alone = middle(1);
    store.desks.take(deskAt(2), now);
    expect(middle(1)).toBeLessThan(alone - 5);
  });

  test('WT4 a service counts from its start, not from the call; who cools down is not ahead', () => {
    store.desks.take(deskAt(1), now);
    const called = then(issued(1), 0, 'call');
    const begun = then(called, 5, 'start');
    const fresh = middle(1);
    now += minutes(5);
    expect(middle(1)).toBeLessThan(fresh);
    expect(fresh).toBeGreaterThan(5);
    then(begun, 0, 'finish');
    now += minutes(1);
    then(then(issued(2), 0, 'call'), 1, 'miss');
    // Left in peace for five minutes, so that a newcomer is called first.
    expect(middle(1)).toBeLessThan(1.5);
  });

  test('WT5 each waiting ticket has a range of its own, others have none', () => {
    store.desks.take(deskAt(1), now);
    const line = [1, 2, 3].map((sequence) => issued(sequence));
    const old = ticketOf(4, { priority: 'ELDERLY80', issuedAt: now, orderAt: now, since: now });
    store.tickets.add(old, 4, 'touch', 'local');
    const waits = waitsNow(context());
    const middles = [...line, old].map(({ id }) => waits.ofTicket(id)?.p50Ms ?? Number.NaN);
    expect(middles.toSorted((a, b) => a - b)).toEqual([3, 0, 1, 2].map((i) => middles[i]));
    expect(waits.ofTicket(then(line[0] ?? old, 0, 'call').id)).not.toBeNull();
    expect(waitsNow(context()).ofTicket(line[0]?.id ?? old.id)).toBeNull();
    const [plain, first] = [waits.ofField(fieldId(1)), waits.ofField(fieldId(1), true)];
    expect(first?.p50Ms).toBeLessThan(plain?.p50Ms ?? 0);
  });

  test('WT6 what was measured on other days is learned, and today’s services at once', () => {
    store.desks.take(deskAt(1), now);
    for (let i = 1; i <= 30; i++) served(i, { businessDay: dayBefore });
    for (let i = 41; i <= 45; i++) issued(i);
    const learned = middle(1);
    // Ten minutes each, and one of walking, instead of the catalogue's eight.
    expect(learned).toBeGreaterThan(45);
    for (let i = 31; i <= 36; i++) {
      const ticket = then(then(issued(i, { fieldId: fieldId(1), orderAt: 0 }), 0, 'call'), 1, 'start');
      then(ticket, 40, 'finish');
    }
    expect(middle(1)).toBeGreaterThan(learned * 1.2);
  });
});
