import { CsvError, parse } from 'csv-parse/sync';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';

/** A line of a table, counted from 1 with the header. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads a table. Quotes by RFC 4180; semicolons where the first line has one, as Excel writes them in Vietnam. Empty lines
 * are left out.
 * @returns the lines, or the number of that in which quotation marks do not fit.
 */
export function csvLines(csv: string): Result<readonly CsvLine[], number> {
  const [first = ''] = csv.split(/\r?\n/u, 1);
  try {
    const records = parse(csv, {
      bom: true,
      delimiter: first.includes(';') ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return ok(records.map(({ info, record }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (error instanceof CsvError) return err(Number(error['lines']));
    throw error;
  }
}
