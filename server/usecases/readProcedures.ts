import type { ProcedureColumn, ProcedureDraft, WrongLine } from '../../shared/contract/procedure.ts';
import { plainCell } from '../../shared/domain/cell.ts';
import { fold } from '../../shared/domain/fold.ts';
import { columnsOf } from '../../shared/i18n/catalogue/columns.ts';
import type { Cells, Change, Known, Why } from './readProcedureLine.ts';
import { indexOf, readLine } from './readProcedureLine.ts';
import type { Procedure } from './records.ts';

/** What a file would do, and what has to be written for it. */
export type ReadFile = Omit<ProcedureDraft, 'stamp'> & {
  readonly changes: readonly Change[];
  /** Keys of what the file leaves out, if it is the whole catalogue. */
  readonly absent: readonly string[];
};

/** As much of a wrong cell as is told. */
const foundAtMost = 60;

/**
 * What a catalogue's table would do to the one there is. Cells of columns it has not stay as they are.
 * @param rows the first has the names of the columns.
 * @param whole whether what it does not name goes out of use.
 */
export function readProcedures(rows: readonly (readonly string[])[], whole: boolean, known: Known): ReadFile {
  const [header = [], ...rest] = rows;
  const columns = columnsOf(header);
  const index = indexOf(known);
  const changes: Change[] = [];
  const wrong: WrongLine[] = (['field', 'nameVi'] as const)
    .filter((column) => !columns.has(column))
    .map((column) => ({ line: 1, column, why: 'noColumn', found: '' }));
  const seen = new Set<string>();
  for (const [place, row] of wrong.length > 0 ? [] : rest.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const cells: Cells = (column) => {
      const at = columns.get(column);
      return at === undefined
        ? null
        : plainCell(row[at] ?? '')
            .normalize('NFC')
            .trim();
    };
    const line = place + 2;
    const fault = (column: ProcedureColumn, why: Why): void =>
      void wrong.push({ line, column, why, found: (cells(column) ?? '').slice(0, foundAtMost) });
    const read = readLine(line, cells, index);
    if ('why' in read) {
      fault(read.column, read.why);
      continue;
    }
    const { key, before, setting } = read.change;
    const who = before?.key ?? key ?? `${setting.fieldId} ${fold(setting.name.vi)}`;
    if (seen.has(who)) fault(key === null ? 'nameVi' : 'key', 'twice');
    else changes.push(read.change);
    seen.add(who);
  }
  // Who a wrong line is about is not known, so neither is what the file leaves out.
  const isWhole = whole && wrong.length === 0;
  const left = isWhole ? known.procedures.filter(({ key, inUse }) => inUse && !seen.has(key)) : [];
  return { ...sumUp(changes, left), wrong };
}

function sumUp(changes: readonly Change[], left: readonly Procedure[]): Omit<ReadFile, 'wrong'> {
  const named = ({ line, setting }: Change) => ({ line, name: setting.name.vi });
  const retires = ({ before, inUse }: Change): boolean => before?.inUse === true && !inUse;
  const touched = changes.filter(({ before, columns }) => before !== null && columns.length > 0);
  return {
    added: changes.filter(({ before }) => before === null).map(named),
    changed: touched
      .filter((change) => !retires(change))
      .map((change) => ({ ...named(change), columns: [...change.columns] })),
    retired: [
      ...touched.filter(retires).map(({ setting }) => setting.name.vi),
      ...left.map(({ name }) => name.vi),
    ],
    unchanged: changes.filter(({ before, columns }) => before !== null && columns.length === 0).length,
    changes: changes.filter(({ before, columns }) => before === null || columns.length > 0),
    absent: left.map(({ key }) => key),
  };
}
