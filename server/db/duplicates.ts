import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Duplicate } from '../usecases/records.ts';
import type { DuplicateStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type Row = { id: number; one_id: VisitorId; other_id: VisitorId; why: Duplicate['why'] };

const duplicateOf = ({ id, one_id: one, other_id: other, why }: Row): Duplicate => ({
  id,
  visitorIds: [one, other],
  why,
});

/** Registrations that may be one person's, and making them one. */
export function duplicateStore(db: Db): DuplicateStore {
  const suspect = db.prepare(
    'INSERT INTO duplicate (one_id, other_id, why, found_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const open = db.prepare<[number], Row>(
    'SELECT * FROM duplicate WHERE dismissed_at IS NULL ORDER BY id LIMIT ?',
  );
  const find = db.prepare<[number], Row>('SELECT * FROM duplicate WHERE id = ? AND dismissed_at IS NULL');
  const dismiss = db.prepare('UPDATE duplicate SET dismissed_at = ?, dismissed_by = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM visitor WHERE id = ?');
  // Asked from the schema, so that no table that refers to visitors is ever forgotten.
  const references = db.prepare<[], { name: string; column: string }>(`
    SELECT made.name, key."from" AS "column" FROM sqlite_schema AS made, pragma_foreign_key_list(made.name) AS key
    WHERE made.type = 'table' AND key."table" = 'visitor' AND made.name NOT IN ('template', 'duplicate')`);
  return {
    suspect: (one, other, why, now) => void suspect.run(...[one, other].toSorted(), why, now),
    open: (limit) => open.all(limit).map(duplicateOf),
    find: (id) => {
      const row = find.get(id);
      return row === undefined ? null : duplicateOf(row);
    },
    dismiss: (id, by, now) => void dismiss.run(now, by, id),
    merge: (gone, kept) => {
      for (const { name, column } of references.all())
        db.prepare(`UPDATE "${name}" SET "${column}" = ? WHERE "${column}" = ?`).run(kept, gone);
      remove.run(gone);
    },
  };
}
