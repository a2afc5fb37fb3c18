import { appointmentCode, personName } from '../../shared/contract/schemas.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { fold } from '../../shared/domain/fold.ts';
import type { BusinessDay, FieldId, Millis } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { csvLines } from './csv.ts';
import type { Field } from './records.ts';

/** A line of a list of appointments. */
export type CsvRow = {
  /** Counted from 1, with the header. */
  readonly line: number;
  readonly day: BusinessDay;
  readonly at: Millis;
  readonly fieldId: FieldId;
  readonly name: string | null;
  /** Null: one has to be drawn. */
  readonly code: string | null;
};

/** What a header may call each column, without marks and case. */
const headings = {
  date: ['ngay', 'ngay hen', 'date'],
  time: ['gio', 'gio hen', 'time'],
  field: ['linh vuc', 'field'],
  name: ['ho ten', 'ho va ten', 'ten', 'name', 'full name'],
  code: ['ma', 'ma hen', 'ma lich hen', 'code'],
} as const;
type Column = keyof typeof headings;
const needed = { date: 'ngày / date', time: 'giờ / time', field: 'lĩnh vực / field' } as const;

const bad = (line: number, what: string): Refused => refuse('badCsv', { line, what });

/** Which cell is which, by the header. */
function columnsOf(line: number, header: readonly string[]): Result<ReadonlyMap<Column, number>, Refused> {
  const columns = new Map<Column, number>();
  for (const [i, cell] of header.entries())
    for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][])
      if (names.includes(fold(cell)) && !columns.has(column)) columns.set(column, i);
  for (const [column, words] of Object.entries(needed) as [keyof typeof needed, string][])
    if (!columns.has(column)) return err(bad(line, `thiếu cột / missing column: ${words}`));
  return ok(columns);
}

/** `dd/mm/yyyy` of a day that exists. */
export function dayOf(text: string): BusinessDay | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? (iso as BusinessDay) : null;
}

/** `hh:mm`, as minutes since midnight. */
export function minuteOf(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/u.exec(text) ?? [];
  return hour === undefined || Number(hour) > 23 || Number(minute) > 59
    ? null
    : Number(hour) * 60 + Number(minute);
}

/** By prefix, code or name in either language, without marks and case. */
function fieldOf(text: string, fields: readonly Field[]): Field | null {
  const wanted = fold(text);
  const named = fields.find(({ prefix, code, name }) =>
    [prefix, code, name.vi, name.en].some((known) => fold(known) === wanted),
  );
  return named ?? null;
}

/**
 * Reads a list of appointments: a header that names the columns in Vietnamese or English, in any order, then a line
 * for each.
 * @param timeZone of the times.
 * @returns the lines up to the first that is wrong, and what is wrong with that.
 */
export function readAppointments(
  csv: string,
  fields: readonly Field[],
  timeZone: string,
): { readonly rows: readonly CsvRow[]; readonly wrong: Refused | null } {
  const lines = csvLines(csv);
  if (!lines.ok) return { rows: [], wrong: bad(lines.error, 'dấu ngoặc kép / quotation marks') };
  const [header, ...rest] = lines.value;
  const columns = columnsOf(header?.line ?? 1, header?.cells ?? []);
  if (!columns.ok) return { rows: [], wrong: columns.error };

  const rows: CsvRow[] = [];
  for (const { line, cells } of rest) {
    const cell = (column: Column): string => cells[columns.value.get(column) ?? -1]?.trim() ?? '';
    const heading = (column: Column): string => header?.cells[columns.value.get(column) ?? -1] ?? '';
    const not = (column: Column) => bad(line, `${heading(column)} “${cell(column).slice(0, 40)}”`);
    const [day, minute, field] = [
      dayOf(cell('date')),
      minuteOf(cell('time')),
      fieldOf(cell('field'), fields),
    ];
    if (day === null) return { rows, wrong: not('date') };
    if (minute === null) return { rows, wrong: not('time') };
    if (field === null) return { rows, wrong: not('field') };
    const name = cell('name') === '' ? null : personName.safeParse(cell('name'));
    // Without the cell: it may be a name for all that.
    if (name?.success === false) return { rows, wrong: bad(line, heading('name')) };
    const code = cell('code') === '' ? null : cell('code');
    if (code !== null && !appointmentCode.safeParse(code).success) return { rows, wrong: not('code') };
    const at = momentOf(day, minute, timeZone);
    rows.push({ line, day, at, fieldId: field.id, name: name?.data ?? null, code });
  }
  return { rows, wrong: null };
}
