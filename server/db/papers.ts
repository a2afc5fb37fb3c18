import type { FieldId } from '../../shared/domain/ids.ts';
import type { OfficeStore } from '../usecases/officeStore.ts';
import type { Db } from './open.ts';

type Row = { field_id: number; name_vi: string; name_en: string; papers: string };

/** What visitors have to have ready. */
export function paperStore(db: Db): Pick<OfficeStore, 'mostAsked'> {
  const mostAsked = db.prepare<[number], Row>(`
    SELECT field_id, name_vi, name_en, papers FROM (
      SELECT *, row_number() OVER (PARTITION BY field_id ORDER BY demand DESC, position) AS place
      FROM procedure
      WHERE json_array_length(papers) > 0 AND shown = 1 AND removed_at IS NULL AND field_id IN (SELECT id FROM field WHERE removed_at IS NULL)
    )
    WHERE place <= ? ORDER BY field_id, place`);
  return {
    mostAsked: (ofEach) =>
      mostAsked.all(ofEach).map((row) => ({
        fieldId: row.field_id as FieldId,
        procedure: { vi: row.name_vi, en: row.name_en },
        papers: JSON.parse(row.papers) as string[],
      })),
  };
}
