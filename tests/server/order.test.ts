import { afterAll } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { ticketStore } from '../../server/db/tickets.ts';
import { workStore } from '../../server/db/work.ts';
import { advance } from '../../shared/domain/advance.ts';
import { orderSuite } from '../suites/order.ts';
import type { OrderWorld } from '../suites/orderWorld.ts';
import { smallOffice, standFor } from './smallOffice.ts';

const db = openDb(':memory:');
const tickets = ticketStore(db);
const works = workStore(db);
smallOffice(db);
afterAll(() => db.close());

/** Lets the world come about in the database by the store's own writes. */
function settle({ tickets: all, calls, desk, fields, work }: OrderWorld): void {
  standFor(db, desk.counterId, fields);
  works.setOfficer(desk.officerId, { fields: work, mayPick: false });
  all.forEach((ticket, i) => tickets.add({ ...ticket, ...fresh(ticket.issuedAt) }, i + 1, 'touch', 'local'));
  for (const { desk: by, ticketId, byHand = false } of calls) {
    const ticket = all.find(({ id }) => id === ticketId);
    if (ticket === undefined) throw new Error('the world has a call of nobody');
    const waiting = { ...ticket, ...fresh(ticket.issuedAt) };
    const called = advance(
      { ...waiting, target: { kind: 'anyone' } },
      { kind: 'call', desk: by, byHand },
      ticket.issuedAt,
    );
    if (!called.ok) throw new Error(`the world has a call that was refused: ${called.error.code}`);
    tickets.save(waiting, called.value, 'local', ticket.issuedAt);
    tickets.save(called.value, waiting, 'local', ticket.issuedAt);
  }
  for (const ticket of all) {
    // By way of a miss, since somebody who waits and then cools down was called in between.
    const missed = { ...ticket, state: { kind: 'missed' }, since: ticket.issuedAt } as const;
    tickets.save({ ...ticket, ...fresh(ticket.issuedAt) }, missed, 'local', ticket.issuedAt);
    if (ticket.state.kind !== 'missed') tickets.save(missed, ticket, 'local', ticket.since);
  }
}

const fresh = (since: number) => ({ state: { kind: 'waiting', notBefore: null }, since }) as const;

orderSuite('the database', (world) => {
  db.exec('BEGIN');
  try {
    settle(world);
    const day = world.tickets[0]?.businessDay;
    if (day === undefined) return null;
    const id = tickets.next(world.desk, day, world.oneOfEvery, world.now);
    return id === null ? null : (tickets.find(id)?.number ?? 'a ticket that is not there');
  } finally {
    db.exec('ROLLBACK');
  }
});
