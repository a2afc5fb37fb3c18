import type { Limit } from '../../shared/domain/dueDate.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { OfficeStore } from '../usecases/store.ts';
import type { Db } from './open.ts';

type Row = {
  key: string;
  field_id: number;
  name_vi: string;
  name_en: string;
  papers: string;
  limit_kind: Limit['kind'] | null;
  limit_value: number | null;
};

function limitOf({ limit_kind: kind, limit_value: value }: Row): Limit | null {
  if (kind === null) return null;
  if (kind === 'immediate') return { kind };
  if (value === null) throw new Error(`a limit in ${kind} says not how many`);
  return kind === 'sameDay' ? { kind, cutoffMinute: value } : { kind, n: value };
}

/** What visitors come for, by field. */
export function procedureStore(db: Db): Pick<OfficeStore, 'procedures'> {
  const all = db.prepare<[], Row>(`
    SELECT * FROM procedure WHERE field_id IN (SELECT id FROM field WHERE removed_at IS NULL)
    ORDER BY field_id, position`);
  return {
    procedures: () =>
      all.all().map((row) => ({
        key: row.key,
        fieldId: row.field_id as FieldId,
        name: { vi: row.name_vi, en: row.name_en },
        limit: limitOf(row),
        papers: JSON.parse(row.papers) as string[],
      })),
  };
}
