import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Request } from '../../shared/contract/requests/request.ts';
import { requests } from '../../shared/contract/requests.ts';
import { faultsOf } from '../server/audit.ts';
import type { Answered } from './racer.ts';

type Value = { readonly ticketId?: string; readonly number?: string; readonly state?: string };
type Counts = Map<string, number>;

const tables = ['ticket', 'period', 'service', 'note', 'announcement', 'request', 'audit'] as const;
type Rows = Readonly<
  Record<(typeof tables)[number], readonly Readonly<Record<string, string | number | null>>[]>
>;

/** The state into which each request brings a ticket. The end of a leg and the end of a visit are one. */
const leadsTo: Partial<Record<string, string>> = {
  'ticket:callNext': 'called',
  'ticket:call': 'called',
  'ticket:start': 'serving',
  'ticket:resume': 'serving',
  'ticket:undoFinish': 'serving',
  'ticket:return': 'line or done',
  'ticket:transfer': 'line or done',
  'ticket:reactivate': 'line or done',
  'ticket:finish': 'line or done',
  'ticket:park': 'parked',
  'ticket:cancel': 'cancelled',
};

const add = (counts: Counts, key: string, by = 1): void => void counts.set(key, (counts.get(key) ?? 0) + by);
const stay = (state: unknown): string =>
  state === 'waiting' || state === 'done' ? 'line or done' : String(state);

/** What has to be in the database of what was acknowledged. */
function promised(diary: readonly Answered[]): Counts {
  const counts: Counts = new Map();
  for (const { actor, name, input, answer } of diary) {
    if (!answer.ok) continue;
    const value = answer.value as Value & { readonly next?: Value | null };
    const ticketId = value.ticketId ?? String(input['ticketId']);
    add(counts, `request ${input.requestId}`);
    if ((requests[name] as Request).audited !== undefined) add(counts, `audit ${actor} ${name}`);
    if (name === 'ticket:issue') add(counts, `ticket ${ticketId} ${value.number}`);
    const state = name === 'ticket:miss' ? stay(value.state) : leadsTo[name];
    const called = [
      ...(state === 'called' ? [ticketId] : []),
      ...(value.next?.ticketId === undefined ? [] : [value.next.ticketId]),
    ];
    if (state !== undefined) add(counts, `${actor} ${state} ${ticketId}`);
    if (value.next?.ticketId !== undefined) add(counts, `${actor} called ${value.next.ticketId}`);
    for (const id of called) add(counts, `announced ${id}`);
    if (name === 'ticket:recall') add(counts, `announced ${ticketId}`);
    if (name === 'ticket:note') add(counts, `note ${ticketId}`);
    if (name === 'ticket:finish') add(counts, `services ${actor} ${ticketId}`);
    if (name === 'ticket:undoFinish') add(counts, `services ${actor} ${ticketId}`, -1);
  }
  return counts;
}

/** The same of what is in the database. */
function kept(rows: Rows): Counts {
  const counts: Counts = new Map();
  const ticketOf = new Map(rows.period.map((row) => [row['id'], row['ticket_id']]));
  for (const row of rows.request)
    if (String(row['name']).startsWith('ticket:')) add(counts, `request ${row['id']}`);
  for (const row of rows.audit)
    if (String(row['request']).startsWith('ticket:')) add(counts, `audit ${row['actor']} ${row['request']}`);
  // What a kiosk gave by itself nobody acknowledged (`tests/faults`).
  for (const row of rows.ticket)
    if (row['channel'] !== 'offline') add(counts, `ticket ${row['id']} ${row['number']}`);
  for (const row of rows.period)
    if (String(row['actor']).startsWith('officer:'))
      add(counts, `${row['actor']} ${stay(String(row['state']))} ${row['ticket_id']}`);
  for (const row of rows.announcement) add(counts, `announced ${ticketOf.get(row['period_id'])}`);
  for (const row of rows.note) add(counts, `note ${row['ticket_id']}`);
  for (const row of rows.service) add(counts, `services officer:${row['officer_id']} ${row['ticket_id']}`);
  return counts;
}

/**
 * Holds the database against what was acknowledged: all of it is there, and nothing else.
 * @param data the folder of a server that has ended.
 * @returns what is wrong; empty if nothing is.
 */
export function auditRace(data: string, diary: readonly Answered[]): string[] {
  const db = new Database(join(data, 'luot.db'));
  const rows = Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]),
  ) as unknown as Rows;
  db.close();
  const [wanted, found] = [promised(diary), kept(rows)];
  const differing = [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((key) => (wanted.get(key) ?? 0) !== (found.get(key) ?? 0))
    .map((key) => `${key}: acknowledged ${wanted.get(key) ?? 0}, in the database ${found.get(key) ?? 0}`);
  return [...faultsOf(rows), ...differing];
}
