import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { FieldId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';

/** Who serves what. It holds from the next call on; what a desk has now it keeps. */

const allKnown = ({ store }: Context, wanted: readonly FieldId[]): boolean => {
  const known = new Set(store.office.fields().map(({ id }) => id));
  return wanted.every((fieldId) => known.has(fieldId));
};

/** Sets which fields an officer serves in which order, and whether they may call out of turn. */
export function setWork(
  context: Context,
  { officerId, fields, mayPick }: ParsedInput<'officer:setWork'>,
): Result<RequestOutput<'officer:setWork'>, Refused> {
  const { store } = context;
  if (store.officers.find(officerId) === null) return err(refuse('unknownOfficer'));
  if (
    !allKnown(
      context,
      fields.map(({ fieldId }) => fieldId),
    )
  )
    return err(refuse('unknownField'));
  store.work.setOfficer(officerId, { fields, mayPick });
  return ok({});
}

/** Sets which fields a counter serves. */
export function setCounterFields(
  context: Context,
  { counterId, fieldIds }: ParsedInput<'counter:setFields'>,
): Result<RequestOutput<'counter:setFields'>, Refused> {
  const { store } = context;
  if (!store.office.counters().some(({ id }) => id === counterId)) return err(refuse('unknownCounter'));
  if (!allKnown(context, fieldIds)) return err(refuse('unknownField'));
  store.work.setCounter(counterId, new Set(fieldIds));
  return ok({});
}
