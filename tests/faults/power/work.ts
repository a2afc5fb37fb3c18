import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Db } from '../../../server/db/open.ts';
import { configure } from '../../../server/db/open.ts';
import { openOffice } from '../../../server/openOffice.ts';
import { prepareOffice } from '../../../server/seed/prepare.ts';
import { perform } from '../../../server/usecases/perform.ts';
import type { Caller } from '../../../server/usecases/ports.ts';
import type { ParsedInput, RequestName } from '../../../shared/contract/requests.ts';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import { uniform } from '../../../shared/domain/random.ts';
import { contextOver } from '../../factories/context.ts';
import { minutes, opening } from '../../factories/ids.ts';
import { expectThat } from '../fault.ts';

/** One statement, with the values that better-sqlite3 was given for it. */
export type Statement = { readonly sql: string; readonly values: readonly unknown[] };

/** What one request made SQLite do. */
export type Step = {
  readonly statements: readonly Statement[];
  /** Whether the request was answered as carried out, not refused. */
  readonly acknowledged: boolean;
};

/** An office at work, as SQLite sees it. */
export type Work = {
  /** The database before, as one file. */
  readonly before: Uint8Array;
  /** What the server does to a database when it opens it. */
  readonly opening: readonly Statement[];
  readonly steps: readonly Step[];
  /** The tables that the requests wrote to. */
  readonly tables: readonly string[];
  /** Of all rows of those tables: before the first step, and after each. */
  readonly digests: readonly string[];
};

const kiosk: Caller = { kind: 'device', screen: 'kiosk', deviceId: null, counterId: null };
const officers = [2, 3, 4].map((id): Caller & { kind: 'officer' } => ({
  kind: 'officer',
  screen: 'officer',
  officerId: id as OfficerId,
  role: 'officer',
  sessionHash: Buffer.alloc(0),
}));

/** Digest of every row of these tables. */
export function digestOf(db: Db, tables: readonly string[]): string {
  const hash = createHash('sha256');
  for (const table of tables) hash.update(JSON.stringify(db.prepare(`SELECT * FROM ${table}`).raw().all()));
  return hash.digest('base64');
}

/** The tables that statements write to. */
const writtenBy = (statements: readonly Statement[]): string[] => [
  ...new Set(
    statements.flatMap(
      ({ sql }) => /^\s*(?:INSERT\s+(?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+(\w+)/iu.exec(sql)?.[1] ?? [],
    ),
  ),
];

/**
 * Opens a database that writes down what it is told.
 * @returns it, and what takes what was written down since the last time, without what only reads.
 */
function openRecorded(file: string): { readonly db: Db; readonly take: () => Statement[] } {
  let said: Statement[] = [];
  // It tells of everything, also of the transactions that it begins by itself, but leaves out parts of long values.
  const db = new Database(file, { verbose: (sql) => said.push({ sql: String(sql), values: [] }) });
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    for (const name of ['run', 'get', 'all', 'iterate'] as const) {
      const run = statement[name].bind(statement) as (...values: unknown[]) => unknown;
      Object.assign(statement, {
        [name]: (...values: unknown[]) => {
          const at = said.length;
          const result = run(...values);
          said[at] = { sql, values };
          return result;
        },
      });
    }
    return statement;
  }) as typeof db.prepare;
  const take = (): Statement[] => {
    const taken = said.filter(({ sql }) => !/^\s*SELECT/iu.test(sql));
    said = [];
    return taken;
  };
  return { db, take };
}

type Ask = <N extends RequestName>(
  name: N,
  input: Omit<ParsedInput<N>, 'requestId'>,
  caller: Caller,
) => unknown;

/** Somebody comes, and somebody is served: what offices do all day. @param round from 0. */
function workOn(ask: Ask, random: () => number, round: number): void {
  const fieldId = (1 + Math.floor(random() * 10)) as ParsedInput<'ticket:issue'>['fieldId'];
  ask('ticket:issue', { fieldId, legs: [], visitorRef: null, priority: null, channel: 'touch' }, kiosk);
  const officer = officers[round % officers.length];
  if (officer === undefined) return;
  const called = ask('ticket:callNext', {}, officer) as Pick<ParsedInput<'ticket:start'>, 'ticketId'> | null;
  if (called === null) return;
  const on = { ticketId: called.ticketId };
  if (random() < 0.2) return void ask('ticket:miss', on, officer);
  ask('ticket:start', on, officer);
  ask('ticket:note', { ...on, text: 'chờ bản gốc' }, officer);
  const outcome = { result: 'completed' as const, procedures: [], dossierCodes: [] };
  ask('ticket:finish', { ...on, outcome, callNext: false, dossiers: [], said: null }, officer);
}

/**
 * Lets an office work for so many rounds on the server's own use cases and writes down what SQLite was told.
 * @param data a folder to make.
 */
export async function recordWork(data: string, rounds: number, seed: number): Promise<Work> {
  mkdirSync(data);
  const clock = { now: opening + minutes(60) };
  const office = await openOffice({ data, ask: () => Promise.resolve(null), now: () => clock.now });
  await prepareOffice(office);
  office.db.close();
  const file = join(data, 'luot.db');
  const before = readFileSync(file);

  const { db, take } = openRecorded(file);
  configure(db);
  const atOpening = take();
  const context = contextOver(db, office.vault, () => clock.now);
  const steps: Step[] = [];
  const ask: Ask = (name, input, caller) => {
    clock.now += 2_000;
    const done = perform(context, name, { ...input, requestId: randomUUID() } as never, caller);
    steps.push({ statements: take(), acknowledged: done.ok });
    return done.ok ? done.value : null;
  };
  const random = uniform(seed);
  for (const [i, officer] of officers.entries())
    ask('desk:take', { counterId: (i + 1) as never, officerId: null }, officer);
  for (let round = 0; round < rounds; round++) workOn(ask, random, round);
  const tables = writtenBy(steps.flatMap(({ statements }) => statements));
  const atEnd = digestOf(db, tables);
  db.close();
  const work = { before, opening: atOpening, steps, tables };
  return { ...work, digests: digestsOf(work, atEnd) };
}

/** Carries the steps out in memory. @returns the digest before the first and after each. */
function digestsOf({ before, steps, tables }: Omit<Work, 'digests'>, atEnd: string): string[] {
  const bytes = Buffer.from(before);
  // In memory there is no log beside the file; these two bytes say that there is one.
  bytes.fill(1, 18, 20);
  const db = new Database(bytes);
  const digests = [
    digestOf(db, tables),
    ...steps.map(({ statements }) => {
      for (const { sql, values } of statements) {
        const statement = db.prepare(sql);
        if (statement.reader) statement.all(...values);
        else statement.run(...values);
      }
      return digestOf(db, tables);
    }),
  ];
  db.close();
  expectThat(digests.at(-1) === atEnd, 'what was written down is not what the server did');
  return digests;
}
