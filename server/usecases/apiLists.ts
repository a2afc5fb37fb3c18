import type { OperationInput, OperationOutput } from '../../shared/contract/api.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { Report } from '../../shared/contract/requests/report.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { clockOf } from './dossierFacts.ts';
import { dossierUseCases } from './dossiers.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { readReport } from './reports.ts';

/** A part of a list, and where the next begins. @param more one longer than `limit` if there is a next part. */
function pageOf<T>(more: readonly T[], after: number, limit: number): { items: T[]; next: number | null } {
  return { items: more.slice(0, limit), next: more.length > limit ? after + limit : null };
}

/** The appointments of a day by time, without whose they are. */
export function listAppointments(
  { store }: Context,
  { day, after, limit }: OperationInput<'listAppointments'>,
): OperationOutput<'listAppointments'> {
  const more = store.appointments.ofDay(day).slice(after, after + limit + 1);
  const { items, next } = pageOf(more, after, limit);
  return {
    items: items.map(({ id, code, fieldId, at, cancelled, ticket }) => ({
      id,
      code,
      fieldId,
      at,
      state: cancelled ? 'cancelled' : ticket === null ? 'expected' : 'checkedIn',
      number: ticket?.number ?? null,
    })),
    next,
  };
}

/** Dossiers by what is due first, without whose they are and what was said of them. */
export function listDossiers(
  context: Context,
  { which, code, after, limit }: OperationInput<'listDossiers'>,
): OperationOutput<'listDossiers'> {
  const part = code.trim().toUpperCase();
  const more = context.store.dossiers.listByCode(which, part, clockOf(context), limit + 1, after);
  const { items, next } = pageOf(more, after, limit);
  return {
    items: items.map(({ id, code: called, procedureKey, receivedAt, dueAt, state }) => ({
      id,
      code: called,
      procedureKey,
      receivedAt,
      dueAt,
      state,
    })),
    next,
  };
}

/** What the system in which a dossier is worked on says became of it. */
export function stepDossier(
  context: TransactionContext,
  { code, requestId, ...wanted }: OperationInput<'stepDossier'> & { readonly requestId: string },
  caller: Caller,
): Result<OperationOutput<'stepDossier'>, Refused> {
  const { dossiers } = context.store;
  const known = dossiers.byCode(code);
  if (known === null) return err(refuse('unknownDossier'));
  const done = dossierUseCases['dossier:step'](
    context,
    { requestId, dossierId: known.id, ...wanted },
    caller,
  );
  if (!done.ok) return done;
  const { state, dueAt } = dossiers.find(known.id) ?? known;
  return ok({ state, dueAt });
}

/** A report without what single officers did. */
export function readAnonymousReport(
  context: Context,
  range: OperationInput<'readReport'>,
): Result<OperationOutput<'readReport'>, Refused> {
  const read = readReport(context, range);
  if (!read.ok) return read;
  const { officer: _officer, ...groups }: Report['groups'] = read.value.groups;
  return ok({ ...read.value, groups });
}

/** One day in figures. */
export function readFigures(
  context: Context,
  { day }: OperationInput<'readFigures'>,
): Result<OperationOutput<'readFigures'>, Refused> {
  const read = readReport(context, { from: day, to: day });
  if (!read.ok) return read;
  const { figures, groups } = read.value;
  const fields = groups.field.flatMap(({ key, name, figures: ofField }) =>
    name === null ? [] : [{ id: Number(key) as FieldId, name, figures: ofField }],
  );
  return ok({ day, figures, fields });
}
