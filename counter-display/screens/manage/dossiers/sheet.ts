import { plainCell, safeCell } from '../../../../shared/domain/cell.ts';

/** Rows of a table, the first with the names of its columns. */
export type Table = readonly (readonly string[])[];

/** As much as the server takes at once. */
export const rowsAtMost = 3_000;
export const bytesAtMost = 500_000;
const cellAtMost = 200;

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as CSV, with the mark by which Excel knows UTF-8, and no cell that a program would run. */
export const csvOf = (table: Table): string =>
  `\uFEFF${table.map((row) => row.map((cell) => quoted(safeCell(cell))).join(',')).join('\r\n')}\r\n`;

/** A table as an Excel file: every cell a text, the names of the columns bold. */
export async function xlsxOf(table: Table, sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const [header = [], ...rows] = table;
  const data = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ value: safeCell(value), type: String }))),
  ];
  const columns = header.map((_, i) => ({
    width: Math.min(60, Math.max(...table.map((row) => (row[i] ?? '').length)) + 2),
  }));
  return write(data, { sheet, columns, stickyRowsCount: 1 }).toBlob();
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Excel's dates are days of no time zone, which the library gives as UTC. */
function textOf(value: unknown): string {
  if (value instanceof Date) {
    const day = `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`;
    const [hour, minute] = [value.getUTCHours(), value.getUTCMinutes()];
    return hour === 0 && minute === 0 ? day : `${day} ${two(hour)}:${two(minute)}`;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

async function rowsOfCsv(file: File): Promise<Table> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = first.includes(';') ? ';' : ',';
  return parse(text, { bom: true, delimiter, relax_column_count: true });
}

async function rowsOfXlsx(file: File): Promise<Table> {
  const { readSheet } = await import('read-excel-file/browser');
  return (await readSheet(file)).map((row) => row.map(textOf));
}

/**
 * Reads a file that people made with a program for tables.
 * @returns its rows, with what neutralises cells taken off again; null if it is neither CSV in UTF-8 nor XLSX, or is
 * larger than the server takes.
 * @param mostOfCell letters of a cell beyond which it is cut.
 */
export async function readTable(file: File, mostOfCell = cellAtMost): Promise<string[][] | null> {
  if (file.size === 0 || file.size > 4 * bytesAtMost) return null;
  try {
    const read = /\.xlsx$/iu.test(file.name) ? await rowsOfXlsx(file) : await rowsOfCsv(file);
    const rows = read.map((row) => row.map((cell) => plainCell(cell.trim()).slice(0, mostOfCell)));
    const isFit = rows.length > 0 && rows.length <= rowsAtMost && JSON.stringify(rows).length <= bytesAtMost;
    return isFit ? rows : null;
  } catch {
    // Whatever the file is, it is no table.
    return null;
  }
}
