import type { LetterKind } from '../../shared/domain/letter.ts';
import type { LetterStore, Wording } from '../usecases/dossierStore.ts';
import type { Db } from './open.ts';

/** How letters are worded, and which were written. */
export function letterStore(db: Db): LetterStore {
  const find = db.prepare<[LetterKind], Wording>('SELECT title, body FROM letter_template WHERE kind = ?');
  const remove = db.prepare('DELETE FROM letter_template WHERE kind = ?');
  const set = db.prepare('INSERT INTO letter_template (kind, title, body) VALUES (?, ?, ?)');
  const last = db
    .prepare<{ year: number }, number>(
      `SELECT max(
         (SELECT coalesce(max(number), 0) FROM letter WHERE year = $year),
         (SELECT coalesce(max(last), 0) FROM given_before
          WHERE kind = 'letter' AND scope = CAST(CAST($year AS INTEGER) AS TEXT))
       )`,
    )
    .pluck();
  const add = db.prepare(
    'INSERT INTO letter (year, number, kind, dossier_id, at, actor) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    wording: (kind) => find.get(kind) ?? null,
    setWording: (kind, wording) => {
      remove.run(kind);
      if (wording !== null) set.run(kind, wording.title, wording.body);
    },
    add: ({ year, kind, dossierId }, by, now) => {
      const number = (last.get({ year }) ?? 0) + 1;
      add.run(year, number, kind, dossierId, now, by);
      return number;
    },
  };
}
