import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Commits } from '../../../server/commits.ts';
import { makeCommits } from '../../../server/commits.ts';
import { logOf } from '../../../server/db/log.ts';
import type { Log } from '../../../server/db/log.ts';
import { openDb } from '../../../server/db/open.ts';
import type { Db } from '../../../server/db/open.ts';
import { seedOffice } from '../../../server/seed/office.ts';
import { perform } from '../../../server/usecases/perform.ts';
import type { Caller, Context } from '../../../server/usecases/ports.ts';
import { makeVault } from '../../../server/vault.ts';
import { readFloor } from '../../../server/views/shared.ts';
import { dayMs } from '../../../shared/domain/localTime.ts';
import { contextOver } from '../../factories/context.ts';
import { minutes, opening } from '../../factories/ids.ts';
import type { Part } from './part.ts';

const clients = 64;
const rounds = 12;
const alone = 300;
/** As an old disk that turns, ms. */
const slowSyncMs = 10;
/** So many wait at once at the most; then a week passes, and nobody does. */
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
  const clock = { now: opening + minutes(60) };
  const context = contextOver(db, makeVault(Buffer.alloc(32, 7)), () => clock.now);
  let given = 0;
  const issue = (): void => {
    given += 1;
    clock.now += given % lineAtMost === 0 ? 7 * dayMs : 1;
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
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i < alone; i++) {
    const from = performance.now();
    await act();
    const between = performance.now();
    bare();
    times.ours.push(between - from);
    times.bare.push(performance.now() - between);
  }
  return times;
}

/** Lets clients ask one thing after the other, all at once. @returns how many a second, and each one's ms. */
async function manyClients(act: () => Promise<void>) {
  const waits: number[] = [];
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
  return { perSecond: (clients * rounds * 1_000) / (performance.now() - started), waits };
}

/** The same with the delays of the event loop. @returns also their 99th percentile, ms. */
async function watched<T>(work: () => Promise<T>): Promise<T & { readonly loopMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const result = await work();
  delay.disable();
  // The monitor counts its own millisecond.
  return { ...result, loopMs: Math.max(0, delay.percentile(99) / 1e6 - 1) };
}

/** As the server does it: in groups, and screens get their views after each. */
function inGroups({ context, issue }: Bench, commits: Commits): () => Promise<void> {
  let isTold = true;
  return async () => {
    await commits.run(issue);
    if (!isTold) return;
    isTold = false;
    commits.whenKept(() => {
      isTold = true;
      readFloor(context);
    });
  };
}

const lose = (error: unknown): never => {
  throw error;
};
const slowed = (log: Log): Log => ({
  ...log,
  sync: () => Promise.all([log.sync(), sleep(slowSyncMs)]).then(() => undefined),
});

async function run(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-commit-'));
  try {
    const [naive, ours] = [await openBench(folder), await openBench(folder)];
    const bytes = bytesOf(naive);
    const bare = bareDisk(folder, bytes);
    const log = logOf(ours.db);
    const commits = makeCommits(log, lose);
    const grouped = inGroups(ours, commits);
    const each = (): Promise<void> => {
      naive.issue();
      readFloor(naive.context);
      return Promise.resolve();
    };
    say(`a number adds ${(bytes / 1024).toFixed(0)} kB to the log`);

    const thinking: number[] = [];
    naive.db.pragma('synchronous = OFF');
    for (let i = 0; i < alone; i++) {
      const from = performance.now();
      naive.issue();
      thinking.push(performance.now() - from);
    }
    naive.db.pragma('synchronous = FULL');
    say(`the use case alone, nothing synced: p50 ${ms(at(thinking, 0.5))}`);
    const one = await oneClient(() => grouped(), bare);
    const [mine, disk] = [at(one.ours, 0.5), at(one.bare, 0.5)];
    say(
      `one client: a number on disk p50 ${ms(mine)}, the bare disk ${ms(disk)}: ${(disk / mine).toFixed(2)} of its pace`,
    );

    const full = await watched(() => manyClients(each));
    const many = await watched(() => manyClients(grouped));
    say(
      `${clients} clients: ${many.perSecond.toFixed(0)} numbers/s, waits p50 ${ms(at(many.waits, 0.5))} p99 ${ms(at(many.waits, 0.99))}; a commit each ${full.perSecond.toFixed(0)}/s, the bare disk ${(1_000 / disk).toFixed(0)}/s: ${((many.perSecond * disk) / 1_000).toFixed(2)} of its pace`,
    );

    const idle = new Int32Array(new SharedArrayBuffer(4));
    const held = await watched(() =>
      manyClients(() => {
        Atomics.wait(idle, 0, 0, slowSyncMs);
        return each();
      }),
    );
    const slowCommits = makeCommits(slowed(log), lose);
    const slow = await watched(() => manyClients(inGroups(ours, slowCommits)));
    const bareSlow = 1_000 / (slowSyncMs + disk);
    say(
      `a disk that takes ${slowSyncMs} ms to sync, ${clients} clients: ${slow.perSecond.toFixed(0)} numbers/s, waits p50 ${ms(at(slow.waits, 0.5))} p99 ${ms(at(slow.waits, 0.99))}, event loop p99 ${ms(slow.loopMs)}: ${(slow.perSecond / bareSlow).toFixed(1)} of the bare disk's pace`,
    );
    say(
      `  a commit each: ${held.perSecond.toFixed(0)} numbers/s, waits p99 ${ms(at(held.waits, 0.99))}, event loop p99 ${ms(held.loopMs)}`,
    );
    const slowOne = await oneClient(inGroups(ours, slowCommits), () => {
      Atomics.wait(idle, 0, 0, slowSyncMs);
      bare();
    });
    say(
      `  one client: p50 ${ms(at(slowOne.ours, 0.5))}, the bare disk ${ms(at(slowOne.bare, 0.5))}: ${(at(slowOne.bare, 0.5) / at(slowOne.ours, 0.5)).toFixed(2)} of its pace`,
    );
    await Promise.all([commits.end(), slowCommits.end()]);
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
