import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { ErasureStore } from '../usecases/keepingStore.ts';
import type { Vault } from '../usecases/ports.ts';
import type { Db } from './open.ts';
import { openAnswer } from './requests.ts';

/** What goes with a visitor before the visitor's own row does, which takes the links of tickets and consents with it. */
const gone = [
  `UPDATE data_request SET correction_sealed = NULL, note_sealed = NULL, refusal_sealed = NULL
   WHERE visitor_id = ?`,
  'DELETE FROM template WHERE visitor_id = ?',
  'DELETE FROM note WHERE ticket_id IN (SELECT id FROM ticket WHERE visitor_id = ?)',
  'UPDATE rating SET remark_sealed = NULL WHERE ticket_id IN (SELECT id FROM ticket WHERE visitor_id = ?)',
  'UPDATE dossier_step SET text_sealed = NULL WHERE dossier_id IN (SELECT id FROM dossier WHERE visitor_id = ?)',
  'DELETE FROM push_subscription WHERE ticket_id IN (SELECT id FROM ticket WHERE visitor_id = ?)',
  'UPDATE appointment SET name_sealed = NULL WHERE visitor_id = ?',
  'DELETE FROM visitor WHERE id = ?',
] as const;

/** @returns removes all that is kept of a person from one database; tickets stay, without the person. */
export function personRemover(db: Db): (id: VisitorId) => void {
  const statements = gone.map((sql) => db.prepare<[VisitorId]>(sql));
  return (id) => {
    for (const statement of statements) statement.run(id);
  };
}

/** Erases people. With secure_delete, what is deleted is overwritten; the log goes with `emptyLog`. */
export function erasureStore(db: Db, vault: Vault): ErasureStore {
  const removePerson = personRemover(db);
  const list = db.prepare<[VisitorId, Millis]>(
    'INSERT INTO erased (visitor_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const answers = db.prepare<[], { id: string; answer_sealed: Buffer }>(
    'SELECT id, answer_sealed FROM request',
  );
  const forget = db.prepare('DELETE FROM request WHERE id = ?');
  return {
    erase: (id, now) => {
      removePerson(id);
      list.run(id, now);
    },
    forgetAnswers: (isAbout) => {
      for (const { id, answer_sealed: sealed } of answers.all())
        if (isAbout(openAnswer(vault, id, sealed))) forget.run(id);
    },
    emptyLog: () => void db.pragma('wal_checkpoint(TRUNCATE)'),
  };
}
