import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { sameName } from '../../shared/domain/fold.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { CsvRow } from './appointmentCsv.ts';
import { readAppointments } from './appointmentCsv.ts';
import { drawCode, namesakes, todayOf } from './newAppointment.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';

type Known = Pick<CsvRow, 'at' | 'fieldId' | 'name' | 'code'>;

const keyOf = ({ at, fieldId, name }: Known): string =>
  `${at} ${fieldId} ${name === null ? '' : sameName(name)}`;

/**
 * What a day holds already, so that a list read twice adds nothing. A line with a code is the appointment with that
 * code; one without is any appointment of the same time, field and name that no other line stands for: two people
 * without a name may well come at the same time.
 */
function makeKnown(appointments: readonly Known[], rows: readonly CsvRow[]) {
  const codes = new Map(appointments.map((known) => [known.code, known]));
  const named = new Set(rows.map(({ code }) => code));
  const free = Map.groupBy(
    appointments.filter(({ code }) => !named.has(code)),
    keyOf,
  );
  return {
    /** Every code of the day, also of lines still to come. */
    taken: new Set([...codes.keys(), ...named].filter((code) => code !== null)),
    find: (row: CsvRow): Known | null =>
      row.code === null ? (free.get(keyOf(row))?.pop() ?? null) : (codes.get(row.code) ?? null),
    added: (row: CsvRow): void => void (row.code !== null && codes.set(row.code, row)),
  };
}

/** The lines that are not known yet, or what is wrong with the first line that cannot be added. */
function newRows(
  { store, now }: Context,
  rows: readonly CsvRow[],
): Result<readonly (readonly [CsvRow, Set<string>])[], Refused> {
  const today = todayOf({ store, now });
  const days = new Map<BusinessDay, ReturnType<typeof makeKnown>>();
  for (const [day, ofDay] of Map.groupBy(rows, (row) => row.day))
    days.set(day, makeKnown(store.appointments.ofDay(day), ofDay));
  const added: (readonly [CsvRow, Set<string>])[] = [];
  for (const row of rows) {
    const known = days.get(row.day);
    if (known === undefined) continue;
    const same = known.find(row);
    if (same !== null && (same.at !== row.at || same.fieldId !== row.fieldId))
      return err(refuse('badCsv', { line: row.line, what: `mã đã dùng / code in use: ${row.code ?? ''}` }));
    if (same !== null) continue;
    if (row.day < today)
      return err(refuse('badCsv', { line: row.line, what: 'ngày đã qua / the day is over' }));
    known.added(row);
    added.push([row, known.taken]);
  }
  return ok(added);
}

/** Adds the appointments of a list that are not there yet; all of them, or none if any line is wrong. */
export function importAppointments(
  context: Context,
  { csv }: ParsedInput<'appointment:import'>,
  caller: Caller,
): Result<RequestOutput<'appointment:import'>, Refused> {
  const { store } = context;
  const { rows, wrong } = readAppointments(csv, store.office.fields(), store.office.office().timeZone);
  const added = newRows(context, rows);
  if (!added.ok) return added;
  if (wrong !== null) return err(wrong);
  const visitorNamed = namesakes(context);
  for (const [{ line: _line, ...row }, taken] of added.value) {
    const code = row.code ?? drawCode(taken);
    store.appointments.add({ ...row, code, visitorId: visitorNamed(row.name) }, actorOf(caller));
  }
  return ok({ added: added.value.length });
}
