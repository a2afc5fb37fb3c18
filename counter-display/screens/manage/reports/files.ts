import { safeCell } from '../../../../shared/domain/cell.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { Cell, Column, Table } from './table.ts';
import { kindAt } from './table.ts';

/** What separates cells: commas are in the numbers of Vietnamese. */
const separators = { vi: ';', en: ',' } as const;

function quoted(text: string, language: Language): string {
  const isPlain = ![separators[language], '"', '\r', '\n'].some((sign) => text.includes(sign));
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** As a person would type it: 12,5 in Vietnamese, so that Excel set to that language takes it for a number. */
function csvCell(cell: Cell, kind: Column['kind'], language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(safeCell(cell), language);
  const number = kind === 'percent' ? `${Math.round(cell * 1_000) / 10}` : String(cell);
  return language === 'vi' ? number.replace('.', ',') : number;
}

/** Names with their units where these are not said yet. */
const headOf = ({ name, kind }: Column): string => (kind === 'percent' ? `${name} (%)` : name);

/**
 * A table as CSV: with the mark by which Excel knows UTF-8, and without a cell that a program would run.
 */
export function csvOf(table: Table, language: Language): string {
  const { columns, rows } = table;
  const lines = [
    columns.map((column) => quoted(safeCell(headOf(column)), language)),
    ...rows.map((row, y) => columns.map((_, x) => csvCell(row[x] ?? null, kindAt(table, y, x), language))),
  ];
  return `\uFEFF${lines.map((line) => line.join(separators[language])).join('\r\n')}\r\n`;
}

const formats = { count: '#,##0', minutes: '#,##0.0', percent: '0.0%' } as const;
/** Excel allows 31 letters, and none of these signs. */
const sheetName = (title: string): string => title.replaceAll(/[[\]:*?/\\]/gu, '').slice(0, 31);

function xlsxCell(cell: Cell, kind: Column['kind']) {
  if (cell === null) return null;
  if (typeof cell === 'string' || kind === 'text')
    return { value: safeCell(String(cell)), type: String } as const;
  return { value: cell, type: Number, format: formats[kind] } as const;
}

/** Tables as an Excel file, a sheet each, with numbers as numbers. */
export async function xlsxOf(tables: readonly Table[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const sheets = tables.map((table) => ({
    sheet: sheetName(table.title),
    stickyRowsCount: 1,
    columns: table.columns.map(({ name }, i) => {
      const texts = table.rows.map((row) => (typeof row[i] === 'string' ? row[i].length : 0));
      return { width: Math.min(60, Math.max(name.length, ...texts) + 2) };
    }),
    data: [
      table.columns.map(({ name }) => ({ value: safeCell(name), type: String, fontWeight: 'bold' as const })),
      ...table.rows.map((row, y) =>
        table.columns.map((_, x) => xlsxCell(row[x] ?? null, kindAt(table, y, x))),
      ),
    ],
  }));
  return write(sheets).toBlob();
}
