import { tableOfJson } from '../../../../shared/i18n/catalogue/json.ts';
import { bytesAtMost, readTable, rowsAtMost } from '../dossiers/sheet.ts';

/** A file says more about a procedure than is sent. */
const fileAtMost = 4 * bytesAtMost;
const cellAtMost = 6_000;

/** @returns the table that a catalogue's file holds, the names of its columns first; null if it is no such file. */
export async function readCatalogueFile(file: File): Promise<string[][] | null> {
  if (!/\.json$/iu.test(file.name)) return readTable(file, cellAtMost);
  if (file.size > fileAtMost) return null;
  const rows = tableOfJson(await file.text());
  const isFit = rows !== null && rows.length <= rowsAtMost && JSON.stringify(rows).length <= bytesAtMost;
  return isFit ? rows : null;
}
