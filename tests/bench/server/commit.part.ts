import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommitLog, Commits } from '../../../server/usecases/commits.ts';
import { makeCommits } from '../../../server/commits.ts';
import { logOf } from '../../../server/db/log.ts';
import { openDb } from '../../../server/db/open.ts';
import type { Db } from '../../../server/db/open.ts';
import { seedOffice } from '../../../server/seed/office.ts';
import { perform } from '../../../server/usecases/perform.ts';
import type { Caller, Context } from '../../../server/usecases/ports.ts';
import { makeVault } from '../../../server/vault.ts';
import { readFloor } from '../../../server/views/shared.ts';
import { contextOver } from '../../factories/context.ts';
import { minutes, opening } from '../../factories/ids.ts';
import type { Part } from './part.ts';

/** A full hall, and more than any office has. */
const few = 8;
const many = 64;
/** What each of them asks for, one after the other. */
const rounds = 12;
const alone = 300;
/** What a sync takes longer than on this machine's own disk, ms: as on an SSD of an office's machine, and on an old disk that turns. */
const disks = [0, 1, 10];
/** So many wait at once at the most; then all go home. */
const lineAtMost = 120;

const kiosk: Caller = { kind: 'device', screen: 'kiosk', deviceId: null, counterId: null };

/** An office at work on a real disk. */
type Bench = {
  readonly db: Db;
  readonly context: Context;
  /** Gives a number: checks, ticket, period, answer kept for a repeat, outbox, all in one transaction. */
  readonly issue: () => void;
};

async function openBench(folder: string): Promise<Bench> {
  const db = openDb(join(folder, `${randomUUID()}.db`));
  await seedOffice(db, Buffer.alloc(32));
  // It stands still, so that what screens show is never too old to be told to newcomers.
  const now = opening + minutes(60);
  const context = contextOver(db, makeVault(Buffer.alloc(32, 7)), () => now);
  const goHome = db.prepare("UPDATE period SET state = 'expired' WHERE to_at IS NULL AND state = 'waiting'");
  let given = 0;
  const issue = (): void => {
    given += 1;
    if (given % lineAtMost === 0) goHome.run();
    const wish = { fieldId: 1 + (given % 10), legs: [], visitorRef: null, priority: null, channel: 'touch' };
    const done = perform(context, 'ticket:issue', { requestId: randomUUID(), ...wish } as never, kiosk);
    if (!done.ok) throw new Error(done.error.code);
  };
  readFloor(context);
  return { db, context, issue };
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.round(share * (times.length - 1))] ?? Number.NaN;
const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;

/** How many bytes one number adds to the log. */
function bytesOf({ db, issue }: Bench): number {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('wal_autocheckpoint = 0');
  const log = openSync(`${db.name}-wal`, 'r');
  const before = fstatSync(log).size;
  for (let i = 0; i < 20; i++) issue();
  const bytes = Math.round((fstatSync(log).size - before) / 20);
  closeSync(log);
  db.pragma('wal_autocheckpoint = 1000');
  return bytes;
}

/** Appends so many bytes to a file and syncs it. */
function bareDisk(folder: string, bytes: number): () => void {
  const file = openSync(join(folder, 'bare'), 'w');
  const written = Buffer.alloc(bytes, 7);
  return () => {
    writeSync(file, written);
    fdatasyncSync(file);
  };
}

/** One after the other, each beside the bare disk. @returns ms of each. */
async function oneClient(
  act: () => Promise<void>,
  bare: () => void,
): Promise<{ ours: number[]; bare: number[] }> {
  const took = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i < alone; i++) {
    const from = performance.now();
    await act();
    const between = performance.now();
    bare();
    took.ours.push(between - from);
    took.bare.push(performance.now() - between);
  }
  return took;
}

/**
 * Lets clients ask one thing after the other, all at once.
 * @returns how many a second, each one's ms, and the 99th percentile of the event loop's delays, ms.
 */
async function together(clients: number, act: () => Promise<void>) {
  const waits: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let i = 0; i < rounds; i++) {
        // As a message that comes over a line.
        await nextTurn();
        const from = performance.now();
        await act();
        waits.push(performance.now() - from);
      }
    }),
  );
  const perSecond = (clients * rounds * 1_000) / (performance.now() - started);
  delay.disable();
  // The monitor counts its own millisecond.
  return { perSecond, waits, loopMs: Math.max(0, delay.percentile(99) / 1e6 - 1) };
}

/** As the server does it. */
const inGroups =
  ({ issue }: Bench, commits: Commits) =>
  (): Promise<void> =>
    commits.run(issue);

/** The same with what comes of it: once it is told, every screen's view is made anew. */
function withViews({ context, issue }: Bench, commits: Commits): () => Promise<void> {
  let isDue = false;
  return async () => {
    await commits.run(issue);
    if (isDue) return;
    isDue = true;
    commits.whenKept(() => {
      isDue = false;
      readFloor(context);
    });
  };
}

const lose = (error: unknown): never => {
  throw error;
};
const slowed = (log: CommitLog, byMs: number): CommitLog => ({
  ...log,
  sync: async () => {
    await log.sync();
    // Timers count in whole milliseconds, which would be added to ours alone.
    const until = performance.now() + byMs;
    while (performance.now() < until) await nextTurn();
  },
});

/** What many clients got, in words. @param bareMs of one sync of the bare disk. */
const saidOf = ({ perSecond, waits, loopMs }: Awaited<ReturnType<typeof together>>, bareMs: number): string =>
  `${perSecond.toFixed(0)} numbers/s (${((perSecond * bareMs) / 1_000).toFixed(2)} of the bare disk's pace), waits p50 ${ms(at(waits, 0.5))} p99 ${ms(at(waits, 0.99))}, event loop p99 ${ms(loopMs)}`;

async function run(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-commit-'));
  try {
    const [naive, ours] = [await openBench(folder), await openBench(folder)];
    const bytes = bytesOf(naive);
    const bare = bareDisk(folder, bytes);
    const log = logOf(ours.db);
    const idle = new Int32Array(new SharedArrayBuffer(4));
    say(`a number adds ${(bytes / 1024).toFixed(0)} kB to the log`);
    for (const byMs of disks) {
      const commits = makeCommits(byMs > 0 ? slowed(log, byMs) : log, lose);
      const hold = (): void => {
        if (byMs > 0) Atomics.wait(idle, 0, 0, byMs);
      };
      const single = await oneClient(inGroups(ours, commits), () => {
        hold();
        bare();
      });
      const [mine, disk] = [at(single.ours, 0.5), at(single.bare, 0.5)];
      const each = (): Promise<void> => {
        hold();
        naive.issue();
        return Promise.resolve();
      };
      say(byMs > 0 ? `a disk that takes ${byMs} ms more` : 'this disk');
      say(
        `  one client: p50 ${ms(mine)}, the bare disk ${ms(disk)}: ${(disk / mine).toFixed(2)} of its pace`,
      );
      for (const clients of [few, many]) {
        say(`  ${clients} clients: ${saidOf(await together(clients, inGroups(ours, commits)), disk)}`);
        say(`    and views: ${saidOf(await together(clients, withViews(ours, commits)), disk)}`);
        say(`    a commit each: ${saidOf(await together(clients, each), disk)}`);
      }
      await commits.end();
    }
    const thinking: number[] = [];
    naive.db.pragma('synchronous = OFF');
    for (let i = 0; i < alone; i++) {
      const from = performance.now();
      naive.issue();
      thinking.push(performance.now() - from);
    }
    say(`the use case alone, nothing synced: p50 ${ms(at(thinking, 0.5))}`);
    log.close();
    naive.db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const part: Part = {
  what: 'Numbers on disk, beside a commit for each and beside the bare disk, which is given the same bytes',
  run,
};
