import type { Vault } from '../usecases/ports.ts';
import type { RequestStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

/** The answer to a request as it was given. @throws if it cannot be opened. */
export function openAnswer(vault: Vault, id: string, sealed: Buffer): string {
  const answer = vault.open('answer', id, sealed);
  if (answer === null) throw new Error('a stored answer cannot be opened');
  return answer.toString('utf8');
}

/** Answers already given; sealed, since some hold a masked name. */
export function requestStore(db: Db, vault: Vault): RequestStore {
  type Row = { name: string; caller: string; digest: Buffer; answer_sealed: Buffer };
  const find = db.prepare<[string], Row>('SELECT * FROM request WHERE id = ?');
  const add = db.prepare(
    'INSERT INTO request (id, name, caller, digest, answer_sealed, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const forget = db.prepare('DELETE FROM request WHERE at < ?');
  return {
    find: (id) => {
      const row = find.get(id);
      if (row === undefined) return null;
      const { name, caller, digest, answer_sealed: sealed } = row;
      return { name, caller, digest, answer: openAnswer(vault, id, sealed) };
    },
    add: (id, { name, caller, digest, answer }, now) =>
      void add.run(id, name, caller, digest, vault.seal('answer', id, Buffer.from(answer, 'utf8')), now),
    forgetBefore: (time) => void forget.run(time),
  };
}
