import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { heartbeat } from '../../shared/contract/protocol.ts';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import type { Client } from '../factories/clients.ts';
import { closeClients, kioskAt, wallAt } from '../factories/clients.ts';
import { copiedRows } from '../factories/rows.ts';
import { faultsOf } from '../server/audit.ts';
import type { Effort, Fault } from './fault.ts';
import { expectNone, expectThat } from './fault.ts';

const wish = {
  fieldId: 1,
  legs: [] as number[],
  visitorRef: null,
  priority: null,
  channel: 'touch' as const,
};

/** Gives an office that is open at every hour to `work`, looks its database over, and removes it. */
async function inOffice(work: (office: Office) => Promise<string>): Promise<string> {
  const office = await openOffice();
  try {
    const said = await work(office);
    closeClients();
    await office.kill();
    expectNone('the database', faultsOf(copiedRows(office.data)));
    return said;
  } finally {
    closeClients();
    await office.close();
  }
}

/** Takes so many numbers, one after the other. @returns ms for each, shortest first. */
async function take(kiosk: Client<'kiosk'>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const from = performance.now();
    await kiosk.do('ticket:issue', wish);
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b);
}
const median = (times: readonly number[]): string =>
  `${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms`;

export const longReader: Fault = {
  name: 'another program at the database',
  promise: 'it is kept out, the server is not held up, and the log does not grow',
  happen: (effort) =>
    inOffice(async ({ url, data }) => {
      const kiosk = await kioskAt(url);
      const other = new Database(join(data, 'luot.db'), { timeout: 0 });
      const refused = (sql: string): boolean => {
        try {
          other.prepare(sql).all();
          return false;
        } catch (error) {
          return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
        }
      };
      const count = effort === 'short' ? 60 : 600;
      const first = await take(kiosk, count / 2);
      expectThat(refused('SELECT * FROM ticket'), 'another program could read it');
      const second = await take(kiosk, count / 2);
      expectThat(refused('PRAGMA wal_checkpoint'), 'another program could write to it');
      other.close();
      const logMb = statSync(join(data, 'luot.db-wal')).size / 1e6;
      // SQLite writes the log back at 1,000 pages; a single request is far smaller than as much again.
      expectThat(logMb < 8, `the log is ${logMb} MB`);
      return `kept out; ${count} numbers, median ${median(first)} and then ${median(second)}; the log is ${logMb.toFixed(1)} MB`;
    }),
};

const lockedMs: Readonly<Record<Effort, number>> = { short: 1_500, long: 20_000, full: 60_000 };

export const stoppedMachine: Fault = {
  name: 'the server’s machine stands still',
  promise: 'what was asked meanwhile is done once, screens that were cut off come back, nothing is lost',
  happen: (effort) =>
    inOffice(async ({ url, data, pid }) => {
      const [kiosk, wall] = [await kioskAt(url), await wallAt(url)];
      await take(kiosk, 5);
      const before = copiedRows(data)['ticket']?.length ?? 0;
      const requestId = crypto.randomUUID();
      process.kill(pid(), 'SIGSTOP');
      const asked = kiosk.send('ticket:issue', { ...wish, requestId }).catch(() => null);
      await sleep(lockedMs[effort]);
      process.kill(pid(), 'SIGCONT');
      await asked;
      const again = await kioskAt(url);
      await again.do('ticket:issue', { ...wish, requestId });
      await wallAt(url);
      const given = (copiedRows(data)['ticket']?.length ?? 0) - before;
      expectThat(given === 1, `${given} numbers were given for one wish`);
      const longest = heartbeat.pingIntervalMs + heartbeat.pingTimeoutMs;
      const isLong = lockedMs[effort] > longest;
      expectThat(isLong || wall.socket.connected, 'a wall was cut off though it was short');
      return `${lockedMs[effort] / 1_000} s: one number for one wish${isLong ? '' : ', no screen cut off'}`;
    }),
};

export const slowDisk: Fault = {
  name: 'slow disk',
  promise: 'every answer waits until it is on disk; nobody is cut off, nothing is lost',
  happen: async (effort) => {
    const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
    if (effort === 'short' || !canTrace) return 'not tried: strace, which slows a disk down, is not here';
    return inOffice(async (office) => {
      await office.kill();
      // -D: the server is our child and not strace's, so that it is the server who is killed in the end.
      const slow = ['strace', '-D', '-f', '-o', '/dev/null', '-e', 'trace=fdatasync,fsync'];
      await office.restart((command) => [
        ...slow,
        '-e',
        'inject=fdatasync,fsync:delay_enter=200000',
        ...command,
      ]);
      const [kiosk, wall] = [await kioskAt(office.url), await wallAt(office.url)];
      const times = await take(kiosk, 30);
      expectThat((times[0] ?? 0) >= 200, `an answer came after ${times[0]} ms, before it was on disk`);
      expectThat(wall.socket.connected && kiosk.socket.connected, 'a screen was cut off');
      const stored = copiedRows(office.data)['ticket']?.length;
      expectThat(stored === 30, `${stored} of 30 numbers are stored`);
      return `with 200 ms a sync: 30 numbers, median ${median(times)}, no screen cut off`;
    });
  },
};
