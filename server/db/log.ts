import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import type { CommitLog } from '../usecases/commits.ts';
import type { Db } from './open.ts';
import { schemaOf } from './open.ts';

/** SQLite's own measure of when its log is written back into the database, pages. */
const longestLog = 1_000;

/** Either file of a database. */
export type DbFile = 'database' | 'log';

/** A database's files, as they are brought to the disk from outside SQLite. */
export type Disk = {
  readonly sync: (file: DbFile) => Promise<void>;
  /** The same, holding everything up. */
  readonly syncNow: (file: DbFile) => void;
};

/** What of SQLite the log needs. */
export type Talk = {
  readonly pragma: (text: string) => void;
  /** How many rows were changed since the database was opened. */
  readonly changes: () => number;
  /** How many pages are in the log. */
  readonly pages: () => number;
  /** Writes one page that says what it said before. */
  readonly touch: () => void;
};

/** The log of a database that is written to. */
export type Log = CommitLog & {
  /** To be called before each write: it must not come between the steps of writing the log back. */
  readonly beforeWrite: () => void;
};

/**
 * Takes the syncing of a database over from SQLite, which would hold up the event loop for it at each commit. The same
 * bytes are synced before anybody is told: the log after each group of transactions, and when it is long, first the
 * database it was written back into, then the log's new beginning, and only then is more written to it. As long as that
 * takes, SQLite refuses to write.
 *
 * The log is begun anew over its old pages, since to cut the file off would hold everybody up for some ten ms. That
 * beginning is its head and one page alone: whatever a power cut leaves of these, the log then holds either nothing that
 * counts, or all of the old pages, which are in the database, too. See <https://www.sqlite.org/walformat.html> and, for
 * what more pages before that sync would do, <https://sqlite.org/src/info/ff5be73dee>.
 */
export function makeLog({ pragma, changes, pages, touch }: Talk, disk: Disk): Log {
  let synced = changes();
  let limit = longestLog;
  /** What of the log's writing back is done but not synced: the database was written to, or the log was begun anew. */
  let step: 'none' | 'copied' | 'begun' = 'none';

  const withoutSync = (work: () => void): void => {
    pragma('synchronous = OFF');
    try {
      work();
    } finally {
      pragma('synchronous = NORMAL');
    }
  };
  const goOn = (): void => {
    step = 'none';
    limit = pages() + longestLog;
    pragma('query_only = OFF');
  };
  // Whatever syncs were left out here, `writeBack` makes. All of the log is copied: nobody else can have the database
  // open, whose reading would hold back a part, and that would then not be synced before the log is begun anew.
  const copy = (): void => {
    try {
      withoutSync(() => pragma('wal_checkpoint(PASSIVE)'));
    } catch {
      // No room in the database: the log keeps what is in it, which whoever writes next will be told.
      return goOn();
    }
    step = 'copied';
    pragma('query_only = ON');
  };
  const begin = (): void => {
    pragma('query_only = OFF');
    try {
      withoutSync(touch);
    } catch {
      // SQLite begins it anew by itself when it can, syncing its head as it always does.
      return goOn();
    }
    pragma('query_only = ON');
    step = 'begun';
  };
  const isLong = (): boolean => {
    try {
      return pages() >= limit;
    } catch {
      // Somebody still reads.
      return false;
    }
  };
  const writeBack = async (): Promise<void> => {
    copy();
    // Each time somebody may have been in a hurry meanwhile.
    if (step === 'copied') await disk.sync('database');
    if (step === 'copied') begin();
    if (step === 'begun') await disk.sync('log');
    if (step === 'begun') goOn();
  };

  pragma('synchronous = NORMAL');
  pragma('wal_autocheckpoint = 0');
  return {
    isBehind: () => changes() !== synced,
    sync: async () => {
      const now = changes();
      await disk.sync('log');
      synced = now;
      if (isLong()) await writeBack();
    },
    beforeWrite: () => {
      if (step === 'copied') {
        disk.syncNow('database');
        begin();
      }
      if (step === 'begun') {
        disk.syncNow('log');
        goOn();
      }
    },
  };
}

const syncLater = (file: number): Promise<void> =>
  new Promise((resolve, reject) => {
    fdatasync(file, (error) => (error === null ? resolve() : reject(error)));
  });

/** The log of an open database, which has to be a file. */
export function logOf(db: Db): Log & { readonly close: () => void } {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const inLog = db.prepare<[], [busy: number, pages: number, copied: number]>('PRAGMA wal_checkpoint(NOOP)');
  inLog.raw();
  const pages = (): number => inLog.get()?.[1] ?? 0;
  const touch = (): void => void db.pragma(`user_version = ${schemaOf(db)}`);
  const files: Readonly<Record<DbFile, number>> = {
    database: openSync(db.name, 'r+'),
    log: openSync(`${db.name}-wal`, 'r+'),
  };
  const log = makeLog(
    { pragma: (text) => void db.pragma(text), changes: () => changes.get() ?? 0, pages, touch },
    {
      sync: (file) => syncLater(files[file]),
      syncNow: (file) => fdatasyncSync(files[file]),
    },
  );
  return {
    ...log,
    close: () => {
      if (!db.open) return;
      log.beforeWrite();
      // What closing writes back is synced by SQLite again.
      db.pragma('synchronous = FULL');
      db.close();
      // Not before: closing a file drops the locks that the whole process has on it.
      for (const file of Object.values(files)) closeSync(file);
    },
  };
}
