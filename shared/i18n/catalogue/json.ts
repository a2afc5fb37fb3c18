import type { CatalogueLimit } from '../../contract/catalogueFile.ts';
import { catalogueFile } from '../../contract/catalogueFile.ts';
import type { ProcedureRow } from '../../contract/procedure.ts';
import { procedureColumns } from '../../contract/procedure.ts';
import type { Limit } from '../../domain/dueDate.ts';
import { endOfDay, minuteOf, writeTime } from '../../domain/timeOfDay.ts';
import { columnNames, sayYes } from './columns.ts';
import { writeLimit } from '../limit.ts';
import type { NamedField } from './table.ts';

/** The catalogue's own form, which the product comes with, so far as it is about procedures. */

const units = {
  immediate: 'immediate',
  sameDay: 'same_day',
  workingDays: 'working_day',
  workingHours: 'working_hour',
  days: 'day',
} as const satisfies Record<Limit['kind'], string>;
type Unit = (typeof units)[Limit['kind']] | 'unknown';

/** As the catalogue gives it; null: it does not know. */
export function limitOf({ unit, value, sameDayCutoff }: CatalogueLimit): Limit | null {
  if (unit === 'immediate') return { kind: 'immediate' };
  if (unit === 'same_day')
    return { kind: 'sameDay', cutoffMinute: sameDayCutoff === null ? endOfDay : minuteOf(sameDayCutoff) };
  if (unit === 'unknown' || value === null) return null;
  const kinds = { working_day: 'workingDays', working_hour: 'workingHours', day: 'days' } as const;
  return { kind: kinds[unit], n: value };
}

function givenOf(limit: Limit | null): { unit: Unit; value: number | null; sameDayCutoff: string | null } {
  if (limit === null) return { unit: 'unknown', value: null, sameDayCutoff: null };
  const unit = units[limit.kind];
  if (limit.kind === 'immediate') return { unit, value: null, sameDayCutoff: null };
  return limit.kind === 'sameDay'
    ? { unit, value: 1, sameDayCutoff: writeTime(limit.cutoffMinute) }
    : { unit, value: limit.n, sameDayCutoff: null };
}

/** The catalogue as JSON: read again, it changes nothing. */
export function jsonOf(rows: readonly ProcedureRow[], fields: readonly NamedField[]): string {
  const written = fields.map(({ id, prefix, name }) => ({
    prefix,
    nameVi: name.vi,
    nameEn: name.en,
    procedures: rows
      .filter(({ fieldId }) => fieldId === id)
      .map((row) => ({
        key: row.key,
        officialCode: row.officialCode === '' ? null : row.officialCode,
        nameVi: row.name.vi,
        nameEn: row.name.en,
        limit: { textVi: writeLimit(row.limit, 'vi'), ...givenOf(row.limit) },
        fee: { textVi: row.fee },
        papersVi: row.papers,
        shown: row.shown,
        inUse: row.inUse,
      })),
  }));
  return `${JSON.stringify({ fields: written }, null, 2)}\n`;
}

/** A catalogue's JSON as the table that it says; null if it is none. */
export function tableOfJson(text: string): string[][] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Whatever the file is, it is no catalogue.
    return null;
  }
  const read = catalogueFile.safeParse(parsed);
  if (!read.success) return null;
  const lines = read.data.fields.flatMap(({ nameVi: field, procedures }) =>
    procedures.map((one) => [
      one.key,
      one.officialCode ?? '',
      field,
      one.nameVi,
      one.nameEn,
      writeLimit(limitOf(one.limit), 'vi'),
      one.fee.textVi,
      one.papersVi.join('\n'),
      one.shown === undefined ? '' : sayYes(one.shown),
      one.inUse === undefined ? '' : sayYes(one.inUse),
    ]),
  );
  return [procedureColumns.map((column) => columnNames[column]), ...lines];
}
