import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { privacyRequests } from '../../shared/contract/requests/privacy.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import { correctFacts } from './correctFacts.ts';
import { keptDataOf } from './keptData.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import type { DataRequest } from './privacyStore.ts';
import type { Visitor } from './records.ts';
import type { UseCases } from './table.ts';
import { openPersonRef } from './visitorRef.ts';
import { eraseAsAsked, withdrawFace } from './forgetting.ts';

type Named = { readonly dataRequestId: number };

/** Writes down what somebody asked at the desk or by post. Deadlines are counted from the day on which it came. */
function add(
  { store, vault, now }: Context,
  { kind, channel, receivedOn, personRef, correction, note }: ParsedInput<'dataRequest:add'>,
): Result<RequestOutput<'dataRequest:add'>, Refused> {
  const at = now();
  // Nothing has come tomorrow.
  if (receivedOn > businessDayOf(at, store.office.office().timeZone)) return err(refuse('notYet'));
  const visitorId = personRef === null ? null : openPersonRef(vault, personRef, at);
  const isGone = personRef !== null && (visitorId === null || store.visitors.find(visitorId) === null);
  if (isGone) return err(refuse('unknownPerson'));
  const kept = kind === 'correct' ? correction : null;
  const request = { kind, channel, visitorId, receivedOn, correction: kept, note };
  return ok({ dataRequestId: store.dataRequests.add(request, at) });
}

/** A request that is not closed. */
function openRequest({ store }: Context, { dataRequestId }: Named): Result<DataRequest, Refused> {
  const request = store.dataRequests.find(dataRequestId);
  if (request === null) return err(refuse('unknownDataRequest'));
  return request.closedAt === null ? ok(request) : err(refuse('dataRequestClosed'));
}

/** Whoever was asked about is told that the request has come. */
function acknowledge(
  context: Context,
  input: Named,
): Result<RequestOutput<'dataRequest:acknowledge'>, Refused> {
  const request = openRequest(context, input);
  if (!request.ok) return request;
  if (request.value.acknowledgedAt === null)
    context.store.dataRequests.acknowledge(request.value.id, context.now());
  return ok({});
}

/** Does to a person's data what was asked. @returns why not. */
function doAsAsked(
  context: TransactionContext,
  { kind, correction }: DataRequest,
  visitor: Visitor,
  caller: Caller,
): Refused | null {
  switch (kind) {
    case 'see':
      return null;
    case 'correct':
      return correction && correctFacts(context, visitor, correction);
    case 'withdraw':
      withdrawFace(context, visitor.id, caller);
      return null;
    case 'erase':
      eraseAsAsked(context, visitor.id, caller);
      return null;
    default:
      return unreachable(kind);
  }
}

/** Does what was asked and closes the request; of somebody of whom nothing is kept there is nothing to do. */
function carryOut(
  context: TransactionContext,
  input: ParsedInput<'dataRequest:carryOut'>,
  caller: Caller,
): Result<RequestOutput<'dataRequest:carryOut'>, Refused> {
  const { store } = context;
  const request = openRequest(context, input);
  if (!request.ok) return request;
  const { id, visitorId } = request.value;
  const visitor = visitorId && store.visitors.find(visitorId);
  const refused = visitor ? doAsAsked(context, request.value, visitor, caller) : null;
  if (refused !== null) return err(refused);
  store.dataRequests.close(id, null, context.now());
  return ok({});
}

/** Closes a request without doing it, which whoever asked is told with the reason. */
function refuseIt(
  context: Context,
  input: ParsedInput<'dataRequest:refuse'>,
): Result<RequestOutput<'dataRequest:refuse'>, Refused> {
  const request = openRequest(context, input);
  if (!request.ok) return request;
  context.store.dataRequests.close(request.value.id, input.reason, context.now());
  return ok({});
}

/** Everything kept of the person of a request. */
function sheet(
  context: Context,
  { dataRequestId }: ParsedInput<'dataRequest:sheet'>,
): Result<RequestOutput<'dataRequest:sheet'>, Refused> {
  const { store } = context;
  const request = store.dataRequests.find(dataRequestId);
  if (request === null) return err(refuse('unknownDataRequest'));
  const visitor = request.visitorId && store.visitors.find(request.visitorId);
  return visitor ? ok(keptDataOf(context, visitor)) : err(refuse('unknownPerson'));
}

/** What staff do with people's requests about their data. */
export const dataRequestUseCases = {
  'dataRequest:add': add,
  'dataRequest:acknowledge': acknowledge,
  'dataRequest:carryOut': carryOut,
  'dataRequest:refuse': refuseIt,
  'dataRequest:sheet': sheet,
} satisfies Partial<UseCases<keyof typeof privacyRequests>>;
