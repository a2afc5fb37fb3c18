import type { ProcedureSetting } from '../../shared/contract/procedure.ts';
import type { Limit } from '../../shared/domain/dueDate.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Procedure } from '../usecases/records.ts';
import type { OfficeStore } from '../usecases/officeStore.ts';
import type { TextStore } from '../usecases/textStore.ts';
import type { Db } from './open.ts';

type Row = {
  key: string;
  field_id: number;
  official_code: string;
  name_vi: string;
  name_en: string;
  papers: string;
  limit_kind: Limit['kind'] | null;
  limit_value: number | null;
  fee: string | null;
  shown: 0 | 1;
  in_use: 0 | 1;
  revision: number;
};

function limitOf({ limit_kind: kind, limit_value: value }: Row): Limit | null {
  if (kind === null) return null;
  if (kind === 'immediate') return { kind };
  if (value === null) throw new Error(`a limit in ${kind} says not how many`);
  return kind === 'sameDay' ? { kind, cutoffMinute: value } : { kind, n: value };
}

/** A limit as its columns: `limitValue` is a number of what the kind counts, or of `sameDay` the minute of the day. */
export function limitColumns(limit: Limit | null): {
  readonly limitKind: Limit['kind'] | null;
  readonly limitValue: number | null;
} {
  if (limit === null) return { limitKind: null, limitValue: null };
  const { kind } = limit;
  if (kind === 'immediate') return { limitKind: kind, limitValue: null };
  return { limitKind: kind, limitValue: kind === 'sameDay' ? limit.cutoffMinute : limit.n };
}

const procedureOf = (row: Row): Procedure => ({
  key: row.key,
  fieldId: row.field_id as FieldId,
  officialCode: row.official_code,
  name: { vi: row.name_vi, en: row.name_en },
  limit: limitOf(row),
  fee: row.fee ?? '',
  papers: JSON.parse(row.papers) as string[],
  shown: row.shown === 1,
  inUse: row.in_use === 1,
  revision: row.revision,
});

/** What visitors come for, by field. */
export function procedureStore(db: Db): Pick<OfficeStore, 'procedures' | 'everyProcedure'> {
  // Whatever belongs to a field that was taken away is out of use with it.
  const every = db.prepare<[], Row>(`
    SELECT procedure.*, procedure.removed_at IS NULL AND field.removed_at IS NULL AS in_use
    FROM procedure JOIN field ON field.id = field_id
    ORDER BY field.position, field_id, procedure.position`);
  const everyProcedure = (): Procedure[] => every.all().map(procedureOf);
  return { procedures: () => everyProcedure().filter(({ inUse }) => inUse), everyProcedure };
}

type Changes = Pick<TextStore, 'catalogueStamp' | 'addProcedure' | 'setProcedure' | 'setProcedureInUse'>;

/** How managers change the catalogue. */
export function procedureChanges(db: Db): Changes {
  const stamp = db.prepare<[], number>('SELECT coalesce(sum(revision), 0) FROM procedure').pluck();
  const add = db.prepare(`
    INSERT INTO procedure (key, field_id, official_code, name_vi, name_en, limit_kind, limit_value, fee, papers, shown,
                           demand, position)
    SELECT $key, $fieldId, $officialCode, $nameVi, $nameEn, $limitKind, $limitValue, $fee, $papers, $shown,
           1, coalesce(max(position), 0) + 1
    FROM procedure WHERE field_id = $fieldId`);
  const set = db.prepare(`
    UPDATE procedure SET field_id = $fieldId, official_code = $officialCode, name_vi = $nameVi, name_en = $nameEn,
                         limit_kind = $limitKind, limit_value = $limitValue, fee = $fee, papers = $papers,
                         shown = $shown, revision = revision + 1
    WHERE key = $key`);
  const setInUse = db.prepare('UPDATE procedure SET removed_at = ?, revision = revision + 1 WHERE key = ?');
  const columns = ({ name, limit, papers, shown, ...rest }: ProcedureSetting) => ({
    ...rest,
    nameVi: name.vi,
    nameEn: name.en,
    ...limitColumns(limit),
    papers: JSON.stringify(papers),
    shown: shown ? 1 : 0,
  });
  return {
    catalogueStamp: () => stamp.get() ?? 0,
    addProcedure: (key, setting) => void add.run({ ...columns(setting), key }),
    setProcedure: (key, setting) => void set.run({ ...columns(setting), key }),
    setProcedureInUse: (key, inUse, now) => void setInUse.run(inUse ? null : now, key),
  };
}
