import type { Db } from './open.ts';

/** Somebody who is logged in; the login tells whether an id means the same officer in another database. */
export type Session = {
  readonly token_hash: Buffer;
  readonly officer_id: number;
  readonly expires_at: number;
  readonly login: string;
};

/** Who is logged in. */
export const sessionsIn = (db: Db): readonly Session[] =>
  db
    .prepare<[], Session>('SELECT session.*, login FROM session JOIN officer ON officer.id = officer_id')
    .all();

/** Logs in exactly these, as far as the database has the same officers. */
export function takeOverSessions(db: Db, sessions: readonly Session[]): void {
  db.exec('DELETE FROM session');
  const add = db.prepare(`
    INSERT INTO session SELECT $token_hash, id, $expires_at FROM officer
    WHERE id = $officer_id AND login = $login AND removed_at IS NULL`);
  for (const session of sessions) add.run(session);
}
