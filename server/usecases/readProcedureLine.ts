import type { ProcedureColumn, ProcedureSetting, WrongLine } from '../../shared/contract/procedure.ts';
import { procedureColumns, procedureSetting } from '../../shared/contract/procedure.ts';
import { fold } from '../../shared/domain/fold.ts';
import { readYes } from '../../shared/i18n/catalogue/columns.ts';
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
export type Why = WrongLine['why'];
/** One line's cells; null where the file has no such column. */
export type Cells = (column: ProcedureColumn) => string | null;

const newKey = /^[a-z0-9][a-z0-9._-]{0,59}$/u;

/** The catalogue as lines look things up in it: a file has thousands of them. */
export type Index = {
  readonly fields: ReadonlyMap<string, Field>;
  readonly byKey: ReadonlyMap<string, Procedure>;
  readonly byCode: ReadonlyMap<string, readonly Procedure[]>;
  readonly byName: ReadonlyMap<string, Procedure>;
};
const nameIn = (fieldId: number, name: string): string => `${fieldId} ${fold(name)}`;

/** Makes it, once for each file. */
export function indexOf({ procedures, fields }: Known): Index {
  const named = fields.flatMap((field) =>
    [field.prefix, field.name.vi, field.name.en].map((name) => [fold(name), field] as const),
  );
  const coded = procedures.filter(({ officialCode }) => officialCode !== '');
  return {
    // Of two of one name the first is meant.
    fields: new Map(named.toReversed()),
    byKey: new Map(procedures.map((one) => [one.key, one])),
    byCode: Map.groupBy(coded, ({ officialCode }) => officialCode),
    byName: new Map(procedures.toReversed().map((one) => [nameIn(one.fieldId, one.name.vi), one])),
  };
}

/** Whom the line is about: by its key, else by its official code, else by field and name. */
function procedureOf(cells: Cells, fieldId: number, { byKey, byCode, byName }: Index): Procedure | null {
  const key = cells('key') ?? '';
  if (key !== '') return byKey.get(key) ?? null;
  const [first, second] = byCode.get(cells('officialCode') ?? '') ?? [];
  if (first !== undefined && second === undefined) return first;
  return byName.get(nameIn(fieldId, cells('nameVi') ?? '')) ?? null;
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

/** Reads one line, or says what is wrong with it first. */
export function readLine(line: number, cells: Cells, index: Index): Line {
  const named = fold(cells('field') ?? '');
  const field = index.fields.get(named);
  if (field === undefined) return { column: 'field', why: named === '' ? 'empty' : 'unknown' };
  const nameVi = cells('nameVi') ?? '';
  if (nameVi === '') return { column: 'nameVi', why: 'empty' };
  const key = cells('key') ?? '';
  const before = procedureOf(cells, field.id, index);
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
