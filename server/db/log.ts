import { closeSync, fdatasync, fdatasyncSync, fstatSync, openSync } from 'node:fs';
import type { CommitLog } from '../usecases/commits.ts';
import type { Db } from './open.ts';
import { schemaOf } from './open.ts';

/** SQLite's own measure of when its log is written back into the database: 1,000 pages. */
const longestLog = 4_096_000;

/** Either file of a database. */
export type DbFile = 'database' | 'log';

/** A database's files, as they are brought to the disk from outside SQLite. */
export type Disk = {
  readonly logBytes: () => number;
  readonly sync: (file: DbFile) => Promise<void>;
  /** The same, holding everything up. */
  readonly syncNow: (file: DbFile) => void;
};

/** What of SQLite the log needs. */
export type Talk = {
  readonly pragma: (text: string) => void;
  /** How many rows were changed since the database was opened. */
  readonly changes: () => number;
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
 * database it was written back into, then the log that was emptied, and only then is written to it again. As long as that
 * takes, SQLite refuses to write. See <https://www.sqlite.org/wal.html> and, for what a log that is begun anew over old
 * pages can do, <https://sqlite.org/src/info/ff5be73dee>.
 */
export function makeLog({ pragma, changes, touch }: Talk, disk: Disk): Log {
  let synced = changes();
  let limit = longestLog;
  /** The database was written to, the log not yet emptied. */
  let isWritingBack = false;

  const withoutSync = (work: () => void): void => {
    pragma('synchronous = OFF');
    try {
      work();
    } finally {
      pragma('synchronous = NORMAL');
    }
  };
  // Whatever syncs were left out here, `writeBack` makes. All of the log is copied: nobody else can have the database
  // open, whose reading would hold back a part, and that would then not be synced before the log is emptied.
  const copyBack = (): boolean => {
    try {
      withoutSync(() => pragma('wal_checkpoint(PASSIVE)'));
    } catch {
      // No room in the database: the log keeps what is in it, which whoever writes next will be told.
      limit = disk.logBytes() + longestLog;
      return false;
    }
    isWritingBack = true;
    pragma('query_only = ON');
    return true;
  };
  const empty = (): void => {
    try {
      withoutSync(() => pragma('wal_checkpoint(TRUNCATE)'));
    } catch {
      // Somebody still reads. SQLite begins it anew by itself then, syncing its head as it always does.
    }
  };
  const goOn = (): void => {
    isWritingBack = false;
    limit = longestLog;
    pragma('query_only = OFF');
    // Else SQLite would sync the new head, too, at the next commit; over nothing it need not.
    if (disk.logBytes() === 0) withoutSync(touch);
  };
  const writeBack = async (): Promise<void> => {
    if (!copyBack()) return;
    await disk.sync('database');
    // Each time somebody may have been in a hurry meanwhile.
    if (isWritingBack) empty();
    if (isWritingBack) await disk.sync('log');
    if (isWritingBack) goOn();
  };

  pragma('synchronous = NORMAL');
  pragma('wal_autocheckpoint = 0');
  return {
    isBehind: () => changes() !== synced,
    sync: async () => {
      const now = changes();
      await disk.sync('log');
      synced = now;
      if (disk.logBytes() >= limit) await writeBack();
    },
    beforeWrite: () => {
      if (!isWritingBack) return;
      disk.syncNow('database');
      empty();
      disk.syncNow('log');
      goOn();
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
  const touch = (): void => void db.pragma(`user_version = ${schemaOf(db)}`);
  const files: Readonly<Record<DbFile, number>> = {
    database: openSync(db.name, 'r+'),
    log: openSync(`${db.name}-wal`, 'r+'),
  };
  const log = makeLog(
    { pragma: (text) => void db.pragma(text), changes: () => changes.get() ?? 0, touch },
    {
      logBytes: () => fstatSync(files.log).size,
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
