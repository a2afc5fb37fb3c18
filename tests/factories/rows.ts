import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Every row of every table, by table, as JSON would show it. */
export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** What `read` makes of every table of a database nobody has open. */
function ofTables<T>(file: string, read: (db: Database.Database, table: string) => T): Record<string, T> {
  const db = new Database(file);
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    return Object.fromEntries(tables.map((table) => [table, read(db, table)]));
  } finally {
    db.close();
  }
}

/** Every row of every table of a database nobody has open. */
export const rowsOf = (file: string): Rows =>
  ofTables(file, (db, table) => db.prepare(`SELECT * FROM ${table}`).all());

/** What `read` makes of a copy of an office's database as it is on disk now, also while a server has it open. */
function ofCopy<T>(data: string, read: (file: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'luot-rows-'));
  try {
    for (const file of ['luot.db', 'luot.db-wal'])
      if (existsSync(join(data, file))) cpSync(join(data, file), join(copy, file));
    return read(join(copy, 'luot.db'));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Every row of every table of an office's database, also while a server has it open. */
export const copiedRows = (data: string): Rows => ofCopy(data, rowsOf);

/** How many rows each table has, also while a server has the database open. */
export const copiedCounts = (data: string): Readonly<Record<string, number>> =>
  ofCopy(data, (file) =>
    ofTables(file, (db, table) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0),
  );
