import fs, { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeCommits } from '../../server/commits.ts';
import type { Disk } from '../../server/db/log.ts';
import { logOf, makeLog } from '../../server/db/log.ts';
import type { Db } from '../../server/db/open.ts';
import { openDb } from '../../server/db/open.ts';
import { troubledTransactions } from '../../server/db/trouble.ts';
import { kioskAt, wallAt } from '../factories/clients.ts';
import { startServer, temporaryFolder } from '../factories/server.ts';
import { closeAll, noLegs } from '../factories/staffedOffice.ts';

/** A disk whose syncs end when the test says so. */
function heldDisk() {
  const started: (() => void)[] = [];
  let behind = false;
  return {
    /** Something is committed. */
    write: () => {
      behind = true;
    },
    syncs: () => started.length,
    end: () => started.at(-1)?.(),
    log: {
      isBehind: () => behind,
      sync: () =>
        new Promise<void>((resolve) => {
          behind = false;
          started.push(resolve);
        }),
    },
  };
}

const settled = (): Promise<void> => sleep(20);
const never = (): void => expect.unreachable();

describe('what is asked for', () => {
  test('ST6 is told only when it is on disk, and so is everybody else', async () => {
    const disk = heldDisk();
    const { run, whenKept } = makeCommits(disk.log, never);
    const said: string[] = [];
    const first = run(() => {
      disk.write();
      return 'done';
    }).then((answer) => {
      said.push(answer);
      whenKept(() => said.push('shown'));
    });
    await settled();
    expect([said, disk.syncs()]).toEqual([[], 1]);
    disk.end();
    await first;
    await settled();
    expect(said).toEqual(['done', 'shown']);
    await run(() => 'only looked');
    expect(disk.syncs()).toBe(1);
  });

  test('ST6 is shown to nobody while something is not on disk that was done by the clock', async () => {
    const disk = heldDisk();
    const { whenKept } = makeCommits(disk.log, never);
    const show = vi.fn<() => void>();
    disk.write();
    whenKept(show);
    await settled();
    expect(show).not.toHaveBeenCalled();
    disk.end();
    await settled();
    expect(show).toHaveBeenCalledTimes(1);
  });

  test('ST7 waits for those who are being written, and is then written with all who wait', async () => {
    const disk = heldDisk();
    const { run } = makeCommits(disk.log, never);
    const done: number[] = [];
    const ask = (who: number): Promise<void> =>
      run(() => {
        done.push(who);
        disk.write();
      });
    const first = ask(0);
    await settled();
    const others = Promise.all(Array.from({ length: 64 }, (_, i) => ask(i + 1)));
    await settled();
    expect([done, disk.syncs()]).toEqual([[0], 1]);
    disk.end();
    await first;
    await settled();
    expect([done.length, disk.syncs()]).toEqual([65, 2]);
    disk.end();
    await others;
    expect(done).toEqual(Array.from({ length: 65 }, (_, i) => i));
  });

  test('ST7 ends with what it threw, which is nobody else’s affair', async () => {
    const { run } = makeCommits(heldDisk().log, never);
    const bad = run(() => {
      throw new Error('a bug');
    });
    const good = run(() => 'fine');
    await expect(bad).rejects.toThrow('a bug');
    await expect(good).resolves.toBe('fine');
  });
});

/** A database with a table, and a log over it whose syncs are the test's. */
function heldLog(): { db: Db; file: string; synced: string[]; disk: Disk } {
  const file = join(temporaryFolder(), 'luot.db');
  const db = openDb(file);
  db.exec('CREATE TABLE scrap (text TEXT)');
  const synced: string[] = [];
  const disk: Disk = {
    sync: (which) => {
      synced.push(which);
      return Promise.resolve();
    },
    syncNow: (which) => void synced.push(`${which} at once`),
  };
  return { db, file, synced, disk };
}

const pagesIn = (db: Db): number => (db.pragma('wal_checkpoint(NOOP)') as { log: number }[])[0]?.log ?? 0;

function logOver(db: Db, disk: Disk) {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  return makeLog(
    {
      pragma: (text) => void db.pragma(text),
      changes: () => changes.get() ?? 0,
      pages: () => pagesIn(db),
      touch: () => void db.pragma(`user_version = ${String(db.pragma('user_version', { simple: true }))}`),
    },
    disk,
  );
}

const megabytes = (db: Db, count: number): void => {
  for (let i = 0; i < count; i++) db.prepare('INSERT INTO scrap VALUES (?)').run('x'.repeat(1e6));
};

describe('a long log', () => {
  test('ST8 is written back: the database is on disk before the log is begun anew, and that before more is written to it', async () => {
    const { db, synced, disk } = heldLog();
    const log = logOver(db, disk);
    megabytes(db, 1);
    await log.sync();
    expect(synced.splice(0)).toEqual(['log']);
    megabytes(db, 4);
    await log.sync();
    expect(synced).toEqual(['log', 'database', 'log']);
    expect(pagesIn(db)).toBe(1);
    expect(db.pragma('synchronous', { simple: true })).toBe(1);
    megabytes(db, 1);
    expect(db.prepare('SELECT count(*) FROM scrap').pluck().get()).toBe(6);
    db.close();
  });

  test('ST8 is not written to meanwhile, unless somebody cannot wait, who ends it first', async () => {
    const { db, synced, disk } = heldLog();
    let hurry = (): void => undefined;
    const held: Disk = {
      ...disk,
      sync: async (which) => {
        await disk.sync(which);
        if (which === 'database') hurry();
      },
    };
    const log = logOver(db, held);
    const { transaction } = troubledTransactions(db, log.beforeWrite);
    const write = (): void => megabytes(db, 1);
    megabytes(db, 5);
    hurry = () => {
      expect(write).toThrow('readonly');
      synced.length = 0;
      transaction(write);
    };
    await log.sync();
    expect(synced).toEqual(['database at once', 'log at once']);
    expect(db.prepare('SELECT count(*) FROM scrap').pluck().get()).toBe(6);
    write();
    db.close();
  });

  test('ST8 that somebody still reads stays, and is written back later', async () => {
    const { db, file, disk } = heldLog();
    const log = logOver(db, disk);
    megabytes(db, 5);
    const reading = db.prepare('SELECT * FROM scrap').iterate();
    reading.next();
    await log.sync();
    reading.return?.();
    expect(pagesIn(db)).toBeGreaterThan(1_000);
    megabytes(db, 5);
    await log.sync();
    expect(pagesIn(db)).toBe(1);
    db.close();
    expect(readdirSync(join(file, '..'))).toEqual(['luot.db']);
  });

  test('ST8 closes as SQLite closes it, also twice', () => {
    const file = join(temporaryFolder(), 'luot.db');
    const db = openDb(file);
    const log = logOf(db);
    expect(db.pragma('synchronous', { simple: true })).toBe(1);
    db.exec('CREATE TABLE scrap (text TEXT)');
    log.close();
    log.close();
    expect(readdirSync(join(file, '..'))).toEqual(['luot.db']);
  });
});

describe('a disk that does not keep what it is given', () => {
  const { fdatasync } = fs;
  const letSync = (sync: typeof fs.fdatasync): void => {
    fs.fdatasync = sync;
    syncBuiltinESMExports();
  };
  afterEach(async () => {
    letSync(fdatasync);
    await closeAll();
  });

  test('ST9 is told to whoever waits; nothing of it is shown, and the server opens again on what the disk kept', async () => {
    const server = await startServer();
    const [kiosk, wall] = [await kioskAt(server.url()), await wallAt(server.url())];
    const wish = { fieldId: 1, legs: noLegs, visitorRef: null, priority: null, channel: 'touch' } as const;
    await kiosk.do('ticket:issue', wish);
    await wall.until(({ fields }) => fields[0]?.waiting === 1);
    const shown = wall.count();
    let failed = 0;
    letSync(((_file: number, done: (error: Error) => void) => {
      failed += 1;
      setTimeout(done, 5, new Error('EIO: the disk'));
    }) as typeof fs.fdatasync);
    const answer = await kiosk.send('ticket:issue', wish);
    letSync(fdatasync);
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'refused', code: 'notStored' } });
    await wall.ended();
    expect([failed, wall.count()]).toEqual([1, shown]);
    // The same address, whether or not what was refused is there.
    const again = await vi.waitFor(() => kioskAt(server.url()), { timeout: 10_000, interval: 50 });
    const { number } = await again.do('ticket:issue', wish);
    expect(number).toMatch(/^A00[23]$/u);
    expect(server.logged()).toContain('the disk did not keep what it was given');
  });
});
