import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Every row of every table, by table, as JSON would show it. */
export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Every row of every table of a database nobody has open. */
export function rowsOf(file: string): Rows {
  const db = new Database(file);
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
  } finally {
    db.close();
  }
}

/** Every row of every table of an office's database as it is on disk now, also while a server has it open. */
export function copiedRows(data: string): Rows {
  const copy = mkdtempSync(join(tmpdir(), 'luot-rows-'));
  try {
    for (const file of ['luot.db', 'luot.db-wal'])
      if (existsSync(join(data, file))) cpSync(join(data, file), join(copy, file));
    return rowsOf(join(copy, 'luot.db'));
  } finally {
    rmSync(copy, { recursive: true });
  }
}
