import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { ticketStore } from '../../server/db/tickets.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { anyCommands } from '../factories/arbitraries.ts';
import { ticketOf } from '../factories/tickets.ts';
import { live } from '../suites/life.ts';
import type { Period } from '../suites/periods.ts';
import { expectOneStory, firstPeriod, nextPeriods } from '../suites/periods.ts';
import { smallOffice } from './smallOffice.ts';

const db = openDb(':memory:');
const tickets = ticketStore(db);
smallOffice(db);
afterAll(() => db.close());

const stored = db.prepare<[string], Period>(
  'SELECT state, from_at AS "from", to_at AS "to" FROM period WHERE ticket_id = ? ORDER BY id',
);

describe('a ticket in the database', () => {
  test('TK24 is read back as it was written, and its periods tell one story, whatever commands come', () => {
    const start = ticketOf(1, { priority: 'PREGNANT', appointmentAt: ticketOf(1).issuedAt });
    fc.assert(
      fc.property(anyCommands, (commands) => {
        db.exec('BEGIN');
        try {
          let ticket: Ticket = start;
          let periods = firstPeriod(ticket);
          tickets.add(ticket, 1, 'touch', 'local');
          for (const { before, after, now } of live(start, commands)) {
            if (after === null) continue;
            tickets.save(before, after, 'local', now);
            periods = nextPeriods(periods, before, after);
            ticket = after;
          }
          expect(tickets.find(ticket.id)).toEqual(ticket);
          expect(stored.all(ticket.id)).toEqual(periods);
          expectOneStory(stored.all(ticket.id), ticket);
        } finally {
          db.exec('ROLLBACK');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
