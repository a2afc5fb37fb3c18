import Database from 'better-sqlite3';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { reserveChannel } from '../usecases/reserveStore.ts';
import type { Erased } from './copies.ts';
import { erasedIn } from './copies.ts';
import type { Given } from './given.ts';
import { givenIn } from './given.ts';
import type { Db } from './open.ts';

/** What a damaged database still tells of what has to outlast it; null where that cannot be relied on. */
export type Salvaged = { readonly erased: readonly Erased[] | null; readonly given: readonly Given[] | null };

/** Reads what can be, from a damaged file that nobody has open. */
export function salvage(file: string): Salvaged {
  const db = new Database(file, { fileMustExist: true });
  /** Only from tables that are whole: of the others some rows may be missing, or be something else. */
  const from = <T>(tables: readonly string[], read: (db: Db) => T): T | null => {
    try {
      const areWhole = tables.every(
        (table) => db.pragma(`integrity_check(${table})`, { simple: true }) === 'ok',
      );
      return areWhole ? read(db) : null;
    } catch (error) {
      if (error instanceof Database.SqliteError) return null;
      throw error;
    }
  };
  try {
    return {
      erased: from(['erased'], erasedIn),
      given: from(['ticket', 'letter', 'dossier_number', 'given_before'], givenIn),
    };
  } finally {
    db.close();
  }
}

/** Beyond the last letter and the last dossier number that are known: more than one office writes on a day. */
const lettersAtMost = 100;
const dossiersAtMost = 500;

/**
 * Where nobody can read which numbers were handed out since a backup: what has to be taken for handed out. Of each field
 * as many tickets as twice the most that it gave on any day that is known, at least a hundred; letters and dossiers where
 * the office has any.
 * @param day on which the office goes on.
 */
export function presumedGiven(db: Db, day: BusinessDay): readonly Given[] {
  const tickets = db.prepare<[BusinessDay], Given>(`
    SELECT 'ticket' AS kind, ? AS scope, field.prefix, max(100, 2 * coalesce(max(sequence), 0)) AS last
    FROM field LEFT JOIN ticket ON issued_field_id = field.id AND channel <> '${reserveChannel}'
    GROUP BY field.prefix`);
  const letters = db.prepare<{ year: string }, Given>(`
    SELECT 'letter' AS kind, $year AS scope, '' AS prefix,
           ${lettersAtMost} + coalesce(max(number) FILTER (WHERE CAST(year AS TEXT) = $year), 0) AS last
    FROM letter HAVING count(*) > 0`);
  const dossiers = db.prepare<{ year: string }, Given>(`
    SELECT 'dossier' AS kind, $year AS scope, '' AS prefix,
           ${dossiersAtMost} + coalesce(max(last) FILTER (WHERE CAST(year AS TEXT) = $year), 0) AS last
    FROM dossier_number HAVING count(*) > 0`);
  const year = day.slice(0, 4);
  return [...tickets.all(day), ...letters.all({ year }), ...dossiers.all({ year })];
}
