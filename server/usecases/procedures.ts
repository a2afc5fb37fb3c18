import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { columnNames } from '../../shared/i18n/catalogue/columns.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';
import type { ReadFile } from './readProcedures.ts';
import { readProcedures } from './readProcedures.ts';
import type { UseCases } from './table.ts';

type Done = Result<Record<string, never>, Refused>;

const ownKeys = /^own-(\d+)$/u;

/** A key that no procedure has or had. */
function freshKey({ store }: Context): string {
  const numbers = store.office.everyProcedure().map(({ key }) => Number(ownKeys.exec(key)?.[1] ?? 0));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

function listProcedures({ store }: Context): Result<RequestOutput<'procedure:list'>, Refused> {
  return ok({ rows: store.office.everyProcedure().map((row) => ({ ...row, papers: [...row.papers] })) });
}

function saveProcedure(context: Context, input: ParsedInput<'procedure:save'>): Done {
  const { store } = context;
  const { key, revision, setting } = input;
  if (!store.office.fields().some(({ id }) => id === setting.fieldId)) return err(refuse('unknownField'));
  if (key === null) store.texts.addProcedure(freshKey(context), setting);
  else {
    const before = store.office.everyProcedure().find((one) => one.key === key);
    if (before === undefined) return err(refuse('unknownProcedure'));
    if (before.revision !== revision) return err(refuse('procedureChanged'));
    store.texts.setProcedure(key, setting);
  }
  return ok({});
}

function setInUse({ store, now }: Context, { key, inUse }: ParsedInput<'procedure:setInUse'>): Done {
  const procedure = store.office.everyProcedure().find((one) => one.key === key);
  if (procedure === undefined) return err(refuse('unknownProcedure'));
  if (!store.office.fields().some(({ id }) => id === procedure.fieldId)) return err(refuse('unknownField'));
  if (procedure.inUse !== inUse) store.texts.setProcedureInUse(key, inUse, now());
  return ok({});
}

type Table = Pick<ParsedInput<'procedure:check'>, 'rows' | 'whole'>;
const read = ({ store }: Context, { rows, whole }: Table): ReadFile =>
  readProcedures(rows, whole, {
    procedures: store.office.everyProcedure(),
    fields: store.office.fields(),
  });

function checkProcedures(context: Context, table: Table): Result<RequestOutput<'procedure:check'>, Refused> {
  const { changes: _changes, absent: _absent, ...draft } = read(context, table);
  return ok({ stamp: context.store.texts.catalogueStamp(), ...draft });
}

/** Does what the check said it would, or nothing. */
function importProcedures(
  context: Context,
  input: ParsedInput<'procedure:import'>,
): Result<RequestOutput<'procedure:import'>, Refused> {
  const { store, now } = context;
  if (store.texts.catalogueStamp() !== input.stamp) return err(refuse('catalogueChanged'));
  const { changes, absent, added, changed, retired, wrong } = read(context, input);
  const [first] = wrong;
  if (first !== undefined)
    return err(refuse('badTable', { line: first.line, what: columnNames[first.column] }));
  for (const { key, before, setting, inUse, columns } of changes) {
    const id = before?.key ?? key ?? freshKey(context);
    if (before === null) store.texts.addProcedure(id, setting);
    else store.texts.setProcedure(id, setting);
    // Those of a field that was taken away are out of use without having been put so.
    if (before === null ? !inUse : columns.includes('inUse') || columns.includes('field'))
      store.texts.setProcedureInUse(id, inUse, now());
  }
  for (const key of absent) store.texts.setProcedureInUse(key, false, now());
  return ok({ added: added.length, changed: changed.length, retired: retired.length });
}

/** What the office does, and what people are told of it. */
export const procedureUseCases: UseCases<
  'procedure:list' | 'procedure:save' | 'procedure:setInUse' | 'procedure:check' | 'procedure:import'
> = {
  'procedure:list': listProcedures,
  'procedure:save': saveProcedure,
  'procedure:setInUse': setInUse,
  'procedure:check': checkProcedures,
  'procedure:import': importProcedures,
};
