import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from '../startError.ts';

export type Db = Database.Database;

const migrationsFolder = join(import.meta.dirname, 'migrations');

type Migration = { readonly version: number; readonly sql: string };

function migrations(): Migration[] {
  return readdirSync(migrationsFolder)
    .filter((file) => /^\d{3}-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({
      version: Number(file.slice(0, 3)),
      sql: readFileSync(join(migrationsFolder, file), 'utf8'),
    }));
}

/** Sets what the durability and the order of things rest on; the first thing done to a database that was opened. */
export function configure(db: Db): void {
  // One writer: a second server on the same data is turned away at start instead of corrupting the order of things.
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  // Set in words because WAL's silent default is NORMAL, which loses acknowledged tickets in a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
}

/** The version of a database's schema; 0 is an empty one. */
export const schemaOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/** The version that this program brings a database to. */
export const newestSchema = (): number => migrations().at(-1)?.version ?? 0;

/** Brings the schema up to date, each migration in its own transaction. */
export function migrate(db: Db): void {
  const current = schemaOf(db);
  for (const { version, sql } of migrations().filter((migration) => migration.version > current)) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

/**
 * Opens the office's database as it is, creating an empty one if there is none.
 * @param file path, or ':memory:' in tests.
 * @throws StartError if it is damaged, of a newer version, in use by another server, or cannot be written.
 */
export function openAsIs(file: string): Db {
  let db: Db | null = null;
  try {
    db = new Database(file, { timeout: 1_000 });
    configure(db);
    const check: unknown = db.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw damaged(file);
    const [current, newest] = [schemaOf(db), newestSchema()];
    if (current > newest)
      throw new StartError(
        `The database ${file} is of a newer version (${current}) than this program knows (${newest}). Update the program.`,
      );
    // What a server that was killed left in the log may be somebody who was erased.
    db.pragma('wal_checkpoint(TRUNCATE)');
    return db;
  } catch (error) {
    db?.close();
    // Nothing is asked here but by SQLite of its own schema: what it does not understand is no schema any more.
    const isSchemaSpoilt = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR';
    throw isSchemaSpoilt ? damaged(file) : startErrorOf(error, file);
  }
}

/** The same, brought up to date. @throws StartError as `openAsIs` does. */
export function openDb(file: string): Db {
  const db = openAsIs(file);
  try {
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw startErrorOf(error, file);
  }
}

/** The database cannot be relied on. */
export class Damaged extends StartError {}

const damaged = (file: string): Damaged =>
  new Damaged(`The database ${file} is damaged. Restore the last good backup.`);

function startErrorOf(error: unknown, file: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(file);
  if (code === 'SQLITE_BUSY') return new StartError(`The database ${file} is in use by another program.`);
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY')
    return new StartError(`The database ${file} cannot be opened for writing.`);
  if (code === 'SQLITE_FULL') return new StartError(`There is no room left on the disk of ${file}.`);
  if (code.startsWith('SQLITE_IOERR'))
    return new StartError(
      `The disk of ${file} reports errors (${code}). Look at the disk, or make room on it.`,
    );
  return error;
}
