import type { Report } from '../../../../shared/contract/requests/report.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';

/** What every picture of a report is drawn from, shown as a table beside it, and exported. */

/** What tables are made of, with their words. */
export type Told = { readonly report: Report; readonly language: Language };

export type Column = {
  readonly name: string;
  /** Minutes are numbers of minutes, percentages shares from 0 to 1. */
  readonly kind: 'text' | 'count' | 'minutes' | 'percent';
};
/** A column of a table. */
export const column = (name: string, kind: Column['kind']): Column => ({ name, kind });

/** Null: there is nothing to say. */
export type Cell = string | number | null;
export type Table = {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Present: the kind of the numbers in each row, where it is the rows that differ. */
  readonly rowKinds?: readonly Column['kind'][];
};

/** What kind of thing a cell holds. */
export function kindAt({ columns, rowKinds }: Table, row: number, place: number): Column['kind'] {
  const kind = columns[place]?.kind ?? 'text';
  return kind === 'text' ? kind : (rowKinds?.[row] ?? kind);
}

/** Minutes to one decimal, of ms. */
export const minutesOf = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms / 6_000) / 10;
/** Null where there is nothing to have a share of. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;
const options = {
  count: { maximumFractionDigits: 0 },
  minutes: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  percent: { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
} as const;

/** `1.234`, `12,5`, `85,3%` in Vietnamese; a dash where there is nothing. */
export function sayCell(cell: Cell, kind: Column['kind'], language: Language): string {
  if (cell === null) return '–';
  if (typeof cell === 'string' || kind === 'text') return String(cell);
  return new Intl.NumberFormat(locales[language], options[kind]).format(cell);
}
