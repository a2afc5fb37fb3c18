import Database from 'better-sqlite3';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import { auditFaults, auditHead } from './auditCheck.ts';
import type { AuditHead } from './auditCheck.ts';
import { personRemover } from './erase.ts';
import type { Given } from './given.ts';
import { givenIn } from './given.ts';
import type { Db } from './open.ts';
import { newestSchema, schemaOf } from './open.ts';
import { setKeyDigest } from './keyDigest.ts';
import { resealAll } from './sealed.ts';

/** A copy of a database that cannot be relied on, and why. */
export class BadCopy extends Error {
  override readonly name = 'BadCopy';
}

/** What is found in a good copy. */
export type CopyFacts = {
  readonly schema: number;
  readonly keyDigest: Buffer;
  /** Null in a copy of a release whose audit was not chained. */
  readonly audit: { readonly head: AuditHead | null; readonly intact: boolean } | null;
  /** The last erasure that it knows of; null before there were any. */
  readonly erasedTo: number | null;
};

/** Opens a copy, which is one file and nobody else's. */
export function openCopy<T>(file: string, work: (db: Db) => T): T {
  let db: Db | null = null;
  try {
    db = new Database(file, { fileMustExist: true });
    // A log beside it would be a second file.
    db.pragma('journal_mode = DELETE');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    return work(db);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
      throw new BadCopy('it is damaged');
    if (error.message.startsWith('no such')) throw new BadCopy('it is not a database of Lượt');
    throw error;
  } finally {
    db?.close();
  }
}

const hasTable = (db: Db, table: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;

/** The last erasure that a database knows of; null in one of a release before there were any. */
export const lastErased = (db: Db): number | null =>
  hasTable(db, 'erased')
    ? (db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM erased').pluck().get() ?? 0)
    : null;

/** Which release a copy is of, and the last erasure that it knows of, without looking it over. */
export const ageOfCopy = (file: string): Pick<CopyFacts, 'schema' | 'erasedTo'> =>
  openCopy(file, (db) => ({ schema: schemaOf(db), erasedTo: lastErased(db) }));

/**
 * Looks a whole copy over.
 * @throws BadCopy if it is damaged, holds no office, or is of a newer release.
 */
export const inspectCopy = (file: string, vault: Vault): CopyFacts =>
  openCopy(file, (db) => {
    const check = db.pragma('integrity_check(1)', { simple: true });
    if (check !== 'ok') throw new BadCopy('it is damaged');
    const schema = schemaOf(db);
    if (schema > newestSchema()) throw new BadCopy('it was made by a newer version of the program');
    const keyDigest = db.prepare<[], Buffer>('SELECT key_digest FROM office').pluck().get();
    if (keyDigest === undefined) throw new BadCopy('there is no office in it');
    const audit = hasTable(db, 'audit_anchor')
      ? { head: auditHead(db, vault), intact: auditFaults(db, vault).length === 0 }
      : null;
    return { schema, keyDigest, audit, erasedTo: lastErased(db) };
  });

/** Whether every page of a copy is as it was written; what it holds is not looked at. */
export function isWhole(file: string): boolean {
  try {
    return openCopy(file, (db) => db.pragma('integrity_check(1)', { simple: true }) === 'ok');
  } catch (error) {
    if (error instanceof BadCopy) return false;
    throw error;
  }
}

export type Erased = { readonly id: number; readonly visitor_id: VisitorId; readonly at: number };

/** Who was erased, oldest first. */
export const erasedIn = (db: Db): readonly Erased[] =>
  db.prepare<[], Erased>('SELECT * FROM erased ORDER BY id').all();

/** The same in a copy; nobody in one of a release before there were any. @throws BadCopy if it is damaged. */
export const erasedInCopy = (file: string): readonly Erased[] =>
  openCopy(file, (db) => (lastErased(db) === null ? [] : erasedIn(db)));

/** What a copy knows to have been handed out. @throws BadCopy if it is damaged. */
export const givenInCopy = (file: string): readonly Given[] => openCopy(file, givenIn);

/**
 * Erases from a database whoever was erased elsewhere, and forgets the answers it gave: of them it is not known whom
 * they are about, and nobody asks for them again.
 */
export function eraseAlso(db: Db, erased: readonly Erased[]): void {
  const removePerson = personRemover(db);
  const list = db.prepare(
    'INSERT INTO erased (visitor_id, at) VALUES ($visitor_id, $at) ON CONFLICT DO NOTHING',
  );
  db.transaction(() => {
    for (const one of erased) {
      removePerson(one.visitor_id);
      list.run({ visitor_id: one.visitor_id, at: one.at });
    }
    db.exec('DELETE FROM request');
  }).immediate();
}

/** The same in a copy of the present release. */
export const eraseInCopy = (file: string, erased: readonly Erased[]): void =>
  openCopy(file, (db) => eraseAlso(db, erased));

/** Seals a copy anew, also one of an earlier release. @throws SealBroken if no key opens something in it. */
export const resealCopy = (file: string, any: Vault, newest: Vault, keyDigest: Buffer): void =>
  openCopy(file, (db) => {
    resealAll(db, any, newest);
    setKeyDigest(db, keyDigest);
  });
