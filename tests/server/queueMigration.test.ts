import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDb } from '../../server/db/open.ts';
import { ticketStore } from '../../server/db/tickets.ts';
import type { CounterId, TicketId } from '../../shared/domain/ids.ts';
import { today } from '../factories/ids.ts';
import { temporaryFolder } from '../factories/server.ts';
import { smallOffice } from './smallOffice.ts';

test('EN20 a database of the first version goes on with the calls that were made: who is called and the mixing', () => {
  const file = join(temporaryFolder(), 'luot.db');
  const old = new Database(file);
  const start = join(import.meta.dirname, '../../server/db/migrations/001-start.sql');
  old.exec(readFileSync(start, 'utf8'));
  old.pragma('user_version = 1');
  smallOffice(old);
  const ticket = old.prepare(`
    INSERT INTO ticket (id, number, business_day, issued_field_id, sequence, issued_at, priority, channel, field_id,
                        order_at, misses)
    VALUES ($id, $id, '${today}', 1, $sequence, 0, $priority, 'touch', 1, 0, 0)`);
  const period = old.prepare(`
    INSERT INTO period (ticket_id, state, field_id, counter_id, officer_id, from_at, to_at, actor)
    VALUES ($id, $state, 1, 1, 1, $from, $to, 'officer:1')`);
  ticket.run({ id: 'A001', sequence: 1, priority: 'ELDERLY80' });
  ticket.run({ id: 'A002', sequence: 2, priority: null });
  period.run({ id: 'A001', state: 'called', from: 1, to: 2 });
  period.run({ id: 'A001', state: 'done', from: 2, to: null });
  period.run({ id: 'A002', state: 'called', from: 3, to: null });
  old.close();

  const db = openDb(file);
  const tickets = ticketStore(db);
  expect(tickets.find('A002' as TicketId)).toMatchObject({
    legs: [],
    priorityConfirmed: false,
    state: { kind: 'called', turn: 'normal' },
  });
  expect(tickets.normalCallsSincePriority(1 as CounterId, today, 3)).toBe(1);
  db.close();
});
