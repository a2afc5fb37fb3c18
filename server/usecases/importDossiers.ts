import { randomUUID } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { dossierCode } from '../../shared/contract/schemas.ts';
import { isFormula, plainCell } from '../../shared/domain/cell.ts';
import type { DossierState } from '../../shared/domain/dossier.ts';
import { dossierStates } from '../../shared/domain/dossier.ts';
import { dueAt } from '../../shared/domain/dueDate.ts';
import { fold } from '../../shared/domain/fold.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import { dossierStateWords } from '../../shared/i18n/dossier.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { dayOf, minuteOf } from './appointmentCsv.ts';
import type { DossierId } from './dossierStore.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Procedure } from './records.ts';

/** What the first row may call each column, without marks and case. */
const headings = {
  code: ['ma ho so', 'ma', 'code'],
  procedure: ['thu tuc', 'procedure'],
  received: ['ngay nhan', 'ngay tiep nhan', 'received'],
  due: ['hen tra', 'ngay hen tra', 'due'],
  state: ['trang thai', 'state'],
} as const;
type Column = keyof typeof headings;
const needed = {
  code: 'mã hồ sơ / code',
  procedure: 'thủ tục / procedure',
  received: 'ngày nhận / received',
} as const;

type Row = {
  readonly line: number;
  readonly code: string;
  readonly procedure: Procedure;
  readonly receivedAt: Millis;
  readonly dueAt: Millis | null;
  readonly state: DossierState;
};

const bad = (line: number, what: string): Refused => refuse('badTable', { line, what });

function columnsOf(header: readonly string[]): Result<ReadonlyMap<Column, number>, Refused> {
  const columns = new Map<Column, number>();
  for (const [i, cell] of header.entries())
    for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][])
      if (names.includes(fold(cell)) && !columns.has(column)) columns.set(column, i);
  for (const [column, words] of Object.entries(needed) as [Column, string][])
    if (!columns.has(column)) return err(bad(1, `thiếu cột / missing column: ${words}`));
  return ok(columns);
}

/** `dd/mm/yyyy` or `dd/mm/yyyy hh:mm`, at the office; without a time at noon, when most offices have opened. */
function momentIn(text: string, timeZone: string): Millis | null {
  const [date = '', time] = text.split(/\s+/u);
  const [day, minute] = [dayOf(date), time === undefined ? 12 * 60 : minuteOf(time)];
  return day === null || minute === null ? null : momentOf(day, minute, timeZone);
}

/** By its word in either language or its key, without marks and case; an empty cell is a dossier that was received. */
function stateIn(text: string): DossierState | null {
  if (text === '') return 'received';
  const wanted = fold(text);
  const isMeant = (state: DossierState): boolean =>
    [state, dossierStateWords.vi[state], dossierStateWords.en[state]].some((word) => fold(word) === wanted);
  return dossierStates.find(isMeant) ?? null;
}

/** Reads one row. */
function readRow(
  { store }: Context,
  line: number,
  cellOf: (column: Column) => string,
  procedures: readonly Procedure[],
): Result<Row, Refused> {
  const { timeZone } = store.office.office();
  const wrong = (column: Column): Result<never, Refused> =>
    err(bad(line, `${headings[column][0]} “${cellOf(column).slice(0, 40)}”`));
  const code = dossierCode.safeParse(cellOf('code'));
  if (!code.success || isFormula(cellOf('code'))) return wrong('code');
  const wanted = fold(cellOf('procedure'));
  const procedure = procedures.find(({ key, name }) =>
    [key, name.vi, name.en].some((known) => fold(known) === wanted),
  );
  if (procedure === undefined) return wrong('procedure');
  const receivedAt = momentIn(cellOf('received'), timeZone);
  if (receivedAt === null) return wrong('received');
  const { limit } = procedure;
  const computed = limit && dueAt(limit, receivedAt, store.office.hours(), timeZone);
  const due = cellOf('due') === '' ? computed : momentIn(cellOf('due'), timeZone);
  if ((due === null && cellOf('due') !== '') || (due ?? receivedAt) < receivedAt) return wrong('due');
  const state = stateIn(cellOf('state'));
  if (state === null) return wrong('state');
  return ok({ line, code: code.data, procedure, receivedAt, dueAt: due, state });
}

/** All rows that are not known yet, or what is wrong with the first that is wrong. */
function readRows(
  context: Context,
  table: readonly (readonly string[])[],
): Result<{ readonly fresh: readonly Row[]; readonly known: number }, Refused> {
  const [header = [], ...rest] = table;
  const columns = columnsOf(header);
  if (!columns.ok) return columns;
  const procedures = context.store.office.everyProcedure();
  const fresh = new Map<string, Row>();
  let known = 0;
  for (const [i, cells] of rest.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const line = i + 2;
    const cellOf = (column: Column): string => plainCell(cells[columns.value.get(column) ?? -1] ?? '').trim();
    const row = readRow(context, line, cellOf, procedures);
    if (!row.ok) return row;
    const there = context.store.dossiers.byCode(row.value.code);
    if (fresh.has(row.value.code) || (there && there.procedureKey !== row.value.procedure.key))
      return err(bad(line, `mã đã dùng / code in use: ${row.value.code}`));
    if (there === null) fresh.set(row.value.code, row.value);
    else known += 1;
  }
  return ok({ fresh: [...fresh.values()], known });
}

/** Adds the dossiers of a table that are not there yet; all of them, or none if any row is wrong. */
export function importDossiers(
  context: Context,
  { rows, keep }: ParsedInput<'dossier:import'>,
  caller: Caller,
): Result<RequestOutput<'dossier:import'>, Refused> {
  const { store } = context;
  const read = readRows(context, rows);
  if (!read.ok) return read;
  const { fresh, known } = read.value;
  for (const { code, procedure, receivedAt, dueAt: due, state } of keep ? fresh : []) {
    const id = randomUUID() as string as DossierId;
    const facts = { id, code, procedureKey: procedure.key, visitorId: null, ticketId: null };
    store.dossiers.add({ ...facts, receivedAt, dueAt: due, state });
    const step = { kind: state, state, dueAt: due, text: null, serviceId: null };
    store.dossiers.addStep(id, step, actorOf(caller), context.now());
  }
  return ok({ added: fresh.length, known });
}
