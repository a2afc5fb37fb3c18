import Database from 'better-sqlite3';
import type {
  ConfigurationRow,
  ConfigurationStore,
  ConfigurationTables,
} from '../usecases/configurationStore.ts';
import type { ConfigurationTable } from './configurationTables.ts';
import { configurationTables } from './configurationTables.ts';
import type { Db } from './open.ts';
import { schemaOf } from './open.ts';

type Cell = string | number | null;
type Column = { readonly name: string; readonly type: string };

/** The columns of a table that stand in the file. Bytes never do: they are digests, or sealed. */
const columnsOf = (db: Db, { table, without = [] }: ConfigurationTable): readonly string[] =>
  (db.pragma(`table_info(${table})`) as Column[])
    .filter(({ name, type }) => type !== 'BLOB' && name !== 'removed_at' && !without.includes(name))
    .map(({ name }) => name);

const hasRemoved = (db: Db, table: string): boolean =>
  (db.pragma(`table_info(${table})`) as Column[]).some(({ name }) => name === 'removed_at');

/** What a column is in the file. */
function exported({ references = {}, lists = {} }: ConfigurationTable, column: string): string {
  const [reference, list] = [references[column], lists[column]];
  if (reference !== undefined)
    return `(SELECT ${reference.by} FROM ${reference.table} WHERE id = ${column}) AS ${column}`;
  const by = list === undefined ? '' : `${list.table}.${list.by}`;
  if (list !== undefined)
    return `(SELECT json_group_array(${by} ORDER BY ${by}) FROM ${list.table}, json_each(${column})
             WHERE ${list.table}.id = value) AS ${column}`;
  return column;
}

/** What a value of the file is in the column. */
function imported({ references = {}, lists = {} }: ConfigurationTable, column: string): string {
  const [reference, list] = [references[column], lists[column]];
  if (reference !== undefined)
    return `(SELECT id FROM ${reference.table} WHERE ${reference.by} = $${column})`;
  if (list !== undefined)
    return `(SELECT json_group_array(${list.table}.id) FROM ${list.table}, json_each($${column})
             WHERE ${list.table}.${list.by} = value)`;
  return `$${column}`;
}

const liveRows = (db: Db, { table, where = 'TRUE' }: ConfigurationTable): string =>
  hasRemoved(db, table) ? `${where} AND ${table}.removed_at IS NULL` : where;

function read(db: Db, one: ConfigurationTable): readonly ConfigurationRow[] {
  const columns = columnsOf(db, one).map((column) => exported(one, column));
  const order = one.key.length === 0 ? '1' : one.key.join(', ');
  return db
    .prepare<[], ConfigurationRow>(
      `SELECT ${columns.join(', ')} FROM ${one.table} WHERE ${liveRows(db, one)} ORDER BY ${order}`,
    )
    .all();
}

const changing = (db: Db, one: ConfigurationTable, row: ConfigurationRow): readonly string[] =>
  columnsOf(db, one).filter((column) => column in row);

function insert(db: Db, one: ConfigurationTable, row: ConfigurationRow): void {
  const columns = changing(db, one, row);
  const values = columns.map((column) => imported(one, column));
  // Whose account it is, the manager says afterwards.
  const [more, filled] = one.table === 'officer' ? [', name', ', $login'] : ['', ''];
  db.prepare(
    `INSERT INTO ${one.table} (${columns.join(', ')}${more}) VALUES (${values.join(', ')}${filled})`,
  ).run(row);
}

/** Changes the row in place, also one that was removed, which comes back; or adds it. */
function put(db: Db, one: ConfigurationTable, row: ConfigurationRow): void {
  const sets = changing(db, one, row).map((column) => `${column} = ${imported(one, column)}`);
  if (hasRemoved(db, one.table)) sets.push('removed_at = NULL');
  const same = one.key.map((column) => `${column} = $${column}`).join(' AND ') || 'TRUE';
  const { changes } = db.prepare(`UPDATE ${one.table} SET ${sets.join(', ')} WHERE ${same}`).run(row);
  if (changes === 0) insert(db, one, row);
}

/** Procedures that the file does not have; what has been received under one refers to it, and keeps it. */
function removeProcedures(db: Db, kept: readonly ConfigurationRow[]): void {
  const keys = JSON.stringify(kept.map(({ key }) => key));
  const gone = 'key NOT IN (SELECT value FROM json_each(?))';
  if (hasRemoved(db, 'procedure'))
    db.prepare(`UPDATE procedure SET removed_at = 0 WHERE removed_at IS NULL AND ${gone}`).run(keys);
  else db.prepare(`DELETE FROM procedure WHERE ${gone}`).run(keys);
}

/** A wording that somebody has agreed to never becomes another: other words under its version get the next number. */
function putConsent(db: Db, rows: readonly ConfigurationRow[]): void {
  const words = ['title_vi', 'title_en', 'body_vi', 'body_en'] as const;
  const same = words.map((column) => `${column} = $${column}`).join(' AND ');
  const known = db
    .prepare<[ConfigurationRow], string>(`SELECT version FROM consent_text WHERE ${same}`)
    .pluck();
  const taken = db.prepare<[Cell | undefined], 1>('SELECT 1 FROM consent_text WHERE version = ?').pluck();
  const next = db
    .prepare<[], string>('SELECT CAST(max(CAST(version AS INTEGER)) + 1 AS TEXT) FROM consent_text')
    .pluck();
  const add = db.prepare(
    `INSERT INTO consent_text VALUES ($version, $title_vi, $title_en, $body_vi, $body_en, 0)`,
  );
  const use = db.prepare('UPDATE consent_text SET current = 1 WHERE version = ?');
  for (const row of rows) {
    let version: Cell | undefined = known.get(row);
    if (version === undefined) {
      version = taken.get(row['version']) === undefined ? row['version'] : next.get();
      add.run({ ...row, version });
    }
    db.exec('UPDATE consent_text SET current = 0');
    use.run(version);
  }
}

function write(db: Db, one: ConfigurationTable, rows: readonly ConfigurationRow[]): void {
  if (one.table === 'consent_text') return putConsent(db, rows);
  if (one.lasting !== true) {
    db.exec(`DELETE FROM ${one.table} WHERE ${one.where ?? 'TRUE'}`);
    for (const row of rows) insert(db, one, row);
    return undefined;
  }
  // So that two fields can take over each other's letters.
  if (one.table === 'field') db.exec(`UPDATE field SET prefix = '#' || id`);
  for (const row of rows) put(db, one, row);
  if (one.table === 'procedure') removeProcedures(db, rows);
  return undefined;
}

/** Whether the database has every table and column that a file names. */
function isKnown(db: Db, tables: ConfigurationTables): boolean {
  return Object.entries(tables).every(([table, rows]) => {
    const one = configurationTables.find((known) => known.table === table);
    if (one === undefined) return false;
    const columns = columnsOf(db, one);
    return rows.every((row) => Object.keys(row).every((column) => columns.includes(column)));
  });
}

/** Whether it is the file's fault: a value that the database does not allow, or none where one has to be. */
const isNotAllowed = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Database.SqliteError &&
    (error.code.startsWith('SQLITE_CONSTRAINT') || error.message === 'malformed JSON'));

/** The office's configuration, as rows that mean the same in every office. */
export function configurationStore(db: Db): ConfigurationStore {
  return {
    schema: () => schemaOf(db),
    tables: configurationTables,
    read: () => Object.fromEntries(configurationTables.map((one) => [one.table, read(db, one)])),
    write: (tables) => {
      if (!isKnown(db, tables)) return false;
      try {
        for (const one of configurationTables) {
          const rows = tables[one.table];
          if (rows !== undefined) write(db, one, rows);
        }
        return true;
      } catch (error) {
        if (isNotAllowed(error)) return false;
        throw error;
      }
    },
  };
}
