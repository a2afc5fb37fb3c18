import type { Db } from './open.ts';

/** The digest by which a database knows the key that it is sealed with, or null if it holds no office yet. */
export function keyDigestIn(db: Db): Buffer | null {
  const isEmpty = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'office'").get() === undefined;
  if (isEmpty) return null;
  return db.prepare<[], Buffer>('SELECT key_digest FROM office').pluck().get() ?? null;
}

/** Notes with which key a database is sealed. */
export function setKeyDigest(db: Db, keyDigest: Buffer): void {
  db.prepare('UPDATE office SET key_digest = ?').run(keyDigest);
}
