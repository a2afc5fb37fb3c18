import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, SqlValue } from '@sqlite.org/sqlite-wasm';
import type { DbFile, Log } from '../../../server/db/log.ts';
import { makeLog } from '../../../server/db/log.ts';
import { openDb } from '../../../server/db/open.ts';
import { uniform } from '../../../shared/domain/random.ts';
import { expectThat } from '../fault.ts';
import type { Files } from './disk.ts';
import { RecordedDisk } from './disk.ts';
import type { RecordedSqlite } from './sqlite.ts';
import type { Statement, Work } from './work.ts';
import { digestOf } from './work.ts';

const file = '/luot.db';

/** How it is seen to that what was done is on the disk: as the server does, or as SQLite does when it is told this. */
export type Syncing = 'ours' | 'NORMAL' | 'OFF';

/** What came of cutting the power many times. */
export type Cuts = {
  readonly cuts: number;
  /** After so many cuts something was gone that had been acknowledged. */
  readonly lossy: number;
  /** The most requests that one cut cost. */
  readonly mostLost: number;
  /** After so many the database was damaged, or was in no state that it had ever been in. */
  readonly broken: number;
  /** What was found in the first of those. */
  readonly firstBroken: string | null;
};

/** Carries a statement out, taking its values as better-sqlite3 does: by name from an object, the others in order. */
function carryOut(db: Database, { sql, values }: Statement, nameOf: RecordedSqlite['parameterName']): void {
  const named = values.find(
    (value) => typeof value === 'object' && value !== null && !Buffer.isBuffer(value),
  );
  const others = values.filter((value) => value !== named);
  const statement = db.prepare(sql);
  for (let i = 1; i <= statement.parameterCount; i++) {
    const name = nameOf(statement, i);
    const value = name === '' ? others.shift() : (named as Record<string, unknown>)[name.slice(1)];
    statement.bind(i, value as SqlValue);
  }
  while (statement.step());
  statement.finalize();
}

/** The server's own log over a recorded disk; now and then somebody writes in a hurry while it is written back. */
function logOn(db: Database, disk: RecordedDisk, random: () => number): Log {
  const nameOf = (which: DbFile): string => (which === 'log' ? `${file}-wal` : file);
  const version = Number(db.selectValue('PRAGMA user_version'));
  const log: Log = makeLog(
    {
      pragma: (text) => void db.exec(`PRAGMA ${text}`),
      changes: () => Number(db.selectValue('SELECT total_changes()')),
      pages: () => Number(db.selectArray('PRAGMA wal_checkpoint(NOOP)')?.[1]),
      touch: () => void db.exec(`PRAGMA user_version = ${version}`),
    },
    {
      sync: (which) => {
        if (random() < 0.5) log.beforeWrite();
        disk.sync(nameOf(which));
        return Promise.resolve();
      },
      syncNow: (which) => disk.sync(nameOf(which)),
    },
  );
  return log;
}

/** Does the work on a recorded disk. @returns the disk, and after how many of its acts each step was on it. */
async function workOnDisk(
  sqlite: RecordedSqlite,
  { before, opening, steps }: Work,
  how: Syncing,
  random: () => number,
) {
  const disk = new RecordedDisk(new Map([[file, before]]));
  const begin = () => {
    const db = sqlite.open(disk, file);
    for (const { sql } of opening)
      db.exec(how === 'ours' ? sql : sql.replace(/synchronous = FULL/iu, `synchronous = ${how}`));
    // As `openAsIs` does at each start.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const log = how === 'ours' ? logOn(db, disk, random) : null;
    expectThat(
      db.selectValue('PRAGMA synchronous') === (how === 'OFF' ? 0 : 1),
      `synchronous is not what ${how} wants`,
    );
    return { db, log };
  };
  let { db, log } = begin();
  const ends: number[] = [];
  for (const [i, { statements }] of steps.entries()) {
    // Twice the server is killed and starts again, so that recovering is cut short, too.
    if (i > 0 && i % Math.ceil(steps.length / 3) === 0) {
      ({ db, log } = begin());
      // Starting brings whatever was there to the disk.
      while (ends.length < i) ends.push(disk.acts.length);
    }
    for (const statement of statements) carryOut(db, statement, sqlite.parameterName);
    // Several who come at once are synced as one.
    if (random() < 0.4) continue;
    await log?.sync();
    while (ends.length <= i) ends.push(disk.acts.length);
  }
  return { disk, ends };
}

/** Starts on what a cut left, as the server does. @returns how many steps are done in it, or what is wrong with it. */
function stepsFoundIn(folder: string, left: Files, { tables, digests }: Work): number | string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of left) writeFileSync(join(folder, name), bytes);
  try {
    const db = openDb(join(folder, file));
    try {
      const check = db.pragma('integrity_check(1)', { simple: true });
      if (check !== 'ok') return String(check);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
        return 'a row refers to one that is not there';
      const found = digests.lastIndexOf(digestOf(db, tables));
      return found === -1 ? 'a state that it never was in' : found;
    } finally {
      db.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Cuts the power so often at random moments of some work, and starts the server's database on what each cut left.
 * @param folder where to lay out what is left; made anew for each.
 */
export async function cutPower(
  sqlite: RecordedSqlite,
  work: Work,
  how: Syncing,
  { cuts, seed, folder }: { readonly cuts: number; readonly seed: number; readonly folder: string },
): Promise<Cuts> {
  const random = uniform(seed);
  const { disk, ends } = await workOnDisk(sqlite, work, how, random);
  const moments = Array.from({ length: cuts }, () => Math.floor(random() * (disk.acts.length + 1))).toSorted(
    (a, b) => a - b,
  );
  let [lossy, mostLost, broken, done] = [0, 0, 0, 0];
  let firstBroken: string | null = null;
  let at = 0;
  for (const left of disk.cuts(moments, random)) {
    const moment = moments[at++] ?? 0;
    while ((ends[done] ?? Infinity) <= moment) done += 1;
    const found = stepsFoundIn(folder, left, work);
    if (typeof found === 'string') {
      broken += 1;
      firstBroken ??= `after ${moment} of ${disk.acts.length} acts: ${found}`;
      continue;
    }
    const lost = work.steps.slice(found, done).filter(({ acknowledged }) => acknowledged).length;
    if (lost > 0) lossy += 1;
    mostLost = Math.max(mostLost, lost);
  }
  return { cuts, lossy, mostLost, broken, firstBroken };
}
