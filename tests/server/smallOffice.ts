import type { Db } from '../../server/db/open.ts';
import type { CounterId, FieldId } from '../../shared/domain/ids.ts';

/** Puts fields, counters and officers 1 to 3 into an empty database, for the suites that play in such an office. */
export function smallOffice(db: Db): void {
  for (const id of [1, 2, 3]) {
    db.prepare(
      `INSERT INTO field (id, code, prefix, name_vi, name_en, description_vi, description_en, icon, colour,
                          service_ms, position)
       VALUES ($id, 'F' || $id, char(64 + $id), 'Lĩnh vực', 'Field', '', '', 'stamp', '#B45309', 480000, $id)`,
    ).run({ id });
    db.prepare(
      `INSERT INTO counter (id, number, name_vi, name_en) VALUES ($id, $id, 'Quầy ' || $id, 'Counter ' || $id)`,
    ).run({ id });
    db.prepare(
      `INSERT INTO officer (id, login, name, role) VALUES ($id, 'canbo' || $id, 'Cán bộ', 'officer')`,
    ).run({ id });
  }
}

/** Lets a counter serve these fields and no others. */
export function standFor(db: Db, counterId: CounterId, fields: readonly FieldId[]): void {
  db.prepare('DELETE FROM counter_field WHERE counter_id = ?').run(counterId);
  const add = db.prepare('INSERT INTO counter_field (counter_id, field_id) VALUES (?, ?)');
  for (const field of fields) add.run(counterId, field);
}
