import type { ProcedureRow } from '../../contract/procedure.ts';
import { procedureColumns } from '../../contract/procedure.ts';
import type { OwnText } from '../../contract/texts.ts';
import { columnNames, sayYes } from './columns.ts';
import { writeLimit } from '../limit.ts';

/** What a catalogue's file says of a field. */
export type NamedField = { readonly id: number; readonly prefix: string; readonly name: OwnText };

/** The catalogue as a table with Vietnamese names of columns: read again, it changes nothing. */
export function tableOf(rows: readonly ProcedureRow[], fields: readonly NamedField[]): string[][] {
  // Procedures of a field that was taken away are out of use with it, and no file could name it.
  const fieldOf = new Map(fields.map((field) => [field.id, field.name.vi]));
  const header = procedureColumns.map((column) => columnNames[column]);
  const lines = rows
    .filter(({ fieldId }) => fieldOf.has(fieldId))
    .map((row) => [
      row.key,
      row.officialCode,
      fieldOf.get(row.fieldId) ?? '',
      row.name.vi,
      row.name.en,
      writeLimit(row.limit, 'vi'),
      row.fee,
      row.papers.join('\n'),
      sayYes(row.shown),
      sayYes(row.inUse),
    ]);
  return [header, ...lines];
}
