import type {
  ProcedureColumn,
  ProcedureDraft,
  ProcedureSetting,
  WrongLine,
} from '../../shared/contract/procedure.ts';
import { procedureColumns, procedureSetting } from '../../shared/contract/procedure.ts';
import { plainCell } from '../../shared/domain/cell.ts';
import { fold } from '../../shared/domain/fold.ts';
import { columnsOf, readYes } from '../../shared/i18n/catalogue/columns.ts';
import { readLimit } from '../../shared/i18n/catalogue/limit.ts';
import type { Field, Procedure } from './records.ts';

/** The catalogue that a file is held against. */
export type Known = { readonly procedures: readonly Procedure[]; readonly fields: readonly Field[] };
/** What a line makes of a procedure. */
export type Change = {
  readonly line: number;
  /** As the line names it; null: it is new and gets one. */
  readonly key: string | null;
  readonly before: Procedure | null;
  readonly setting: ProcedureSetting;
  readonly inUse: boolean;
  readonly columns: readonly ProcedureColumn[];
};
export type ReadFile = Omit<ProcedureDraft, 'stamp'> & {
  readonly changes: readonly Change[];
  /** Keys of what the file leaves out, if it is the whole catalogue. */
  readonly absent: readonly string[];
};

type Why = WrongLine['why'];
/** One line's cells; null where the file has no such column. */
type Cells = (column: ProcedureColumn) => string | null;

const newKey = /^[a-z0-9][a-z0-9._-]{0,59}$/u;
const foundAtMost = 60;

/** Whom the line is about: by its key, else by its official code, else by field and name. */
function procedureOf(cells: Cells, fieldId: number | undefined, { procedures }: Known): Procedure | null {
  const key = cells('key') ?? '';
  if (key !== '') return procedures.find((one) => one.key === key) ?? null;
  const code = cells('officialCode') ?? '';
  const ofCode = procedures.filter(({ officialCode }) => code !== '' && officialCode === code);
  if (ofCode.length === 1) return ofCode[0] ?? null;
  const name = fold(cells('nameVi') ?? '');
  return procedures.find((one) => one.fieldId === fieldId && fold(one.name.vi) === name) ?? null;
}

/** The cell, or what is kept where the file has no such column. */
const cellOr = <T>(cell: string | null, read: (cell: string) => T | undefined, kept: T): T | undefined =>
  cell === null ? kept : read(cell);

/** Which columns the line changes. */
function changedColumns(before: Procedure, setting: ProcedureSetting, inUse: boolean): ProcedureColumn[] {
  const same: Readonly<Record<ProcedureColumn, boolean>> = {
    key: true,
    officialCode: before.officialCode === setting.officialCode,
    field: before.fieldId === setting.fieldId,
    nameVi: before.name.vi === setting.name.vi,
    nameEn: before.name.en === setting.name.en,
    limit: JSON.stringify(before.limit) === JSON.stringify(setting.limit),
    fee: before.fee === setting.fee,
    papers: before.papers.join('\n') === setting.papers.join('\n'),
    shown: before.shown === setting.shown,
    inUse: before.inUse === inUse,
  };
  return procedureColumns.filter((column) => !same[column]);
}

const columnOfPath = (path: readonly PropertyKey[]): ProcedureColumn => {
  const [first, second] = path;
  if (first === 'name') return second === 'en' ? 'nameEn' : 'nameVi';
  return procedureColumns.find((column) => column === first) ?? 'field';
};

type Line = { readonly change: Change } | { readonly column: ProcedureColumn; readonly why: Why };

/** Reads one line. */
function readLine(line: number, cells: Cells, known: Known): Line {
  const named = fold(cells('field') ?? '');
  const field = known.fields.find(({ prefix, name }) =>
    [prefix, name.vi, name.en].some((one) => fold(one) === named),
  );
  if (field === undefined) return { column: 'field', why: named === '' ? 'empty' : 'unknown' };
  const nameVi = cells('nameVi') ?? '';
  if (nameVi === '') return { column: 'nameVi', why: 'empty' };
  const key = cells('key') ?? '';
  const before = procedureOf(cells, field.id, known);
  if (before === null && key !== '' && !newKey.test(key)) return { column: 'key', why: 'unreadable' };
  const limit = cellOr(cells('limit'), readLimit, before?.limit ?? null);
  if (limit === undefined) return { column: 'limit', why: 'unreadable' };
  const flag = (column: 'shown' | 'inUse', kept: boolean): boolean | undefined =>
    cellOr(cells(column), (cell) => (cell === '' ? kept : readYes(cell)), kept);
  const shown = flag('shown', before?.shown ?? true);
  const inUse = flag('inUse', before?.inUse ?? true);
  if (shown === undefined) return { column: 'shown', why: 'unreadable' };
  if (inUse === undefined) return { column: 'inUse', why: 'unreadable' };
  const papers = cells('papers')
    ?.split(/\r?\n/u)
    .map((paper) => paper.trim())
    .filter((paper) => paper !== '');
  const read = procedureSetting.safeParse({
    officialCode: cells('officialCode') ?? before?.officialCode ?? '',
    fieldId: field.id,
    // What nobody has put into English yet is told in Vietnamese.
    name: { vi: nameVi, en: (cells('nameEn') ?? '') || (before?.name.en ?? nameVi) },
    limit,
    fee: cells('fee') ?? before?.fee ?? '',
    papers: papers ?? before?.papers ?? [],
    shown,
  });
  if (!read.success) {
    const [issue] = read.error.issues;
    return {
      column: columnOfPath(issue?.path ?? []),
      why: issue?.code === 'too_big' ? 'tooLong' : 'unreadable',
    };
  }
  const setting = read.data;
  const columns = before === null ? [] : changedColumns(before, setting, inUse);
  return { change: { line, key: key === '' ? null : key, before, setting, inUse, columns } };
}

/**
 * What a catalogue's table would do to the one there is. Cells of columns it has not stay as they are.
 * @param rows the first has the names of the columns.
 * @param whole whether what it does not name goes out of use.
 */
export function readProcedures(rows: readonly (readonly string[])[], whole: boolean, known: Known): ReadFile {
  const [header = [], ...rest] = rows;
  const columns = columnsOf(header);
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
    const read = readLine(line, cells, known);
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
