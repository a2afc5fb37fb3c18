import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { freeDesk } from './desks.ts';
import { dossierPaperOf } from './dossierPaper.ts';
import type { Caller, Context } from './ports.ts';
import { takeDossiers } from './receiveDossiers.ts';
import { callNext } from './serveTicketCall.ts';
import { move, moveAtDesk, ticketNamed } from './serveTicketMove.ts';

/** How long a finish can be taken back. */
export const undoMs: Millis = 5_000;

/** What may be in the way of the next call without anything being wrong. */
const noNext: readonly string[] = ['nobodyWaiting', 'onBreak'];

/**
 * The service of this field is over, with what came of it; with fields still to come the visitor goes on to the next.
 * With `callNext` the next visitor is called in the same step, if there is one.
 */
export function finish(
  context: Context,
  input: ParsedInput<'ticket:finish'>,
  caller: Caller,
): Result<RequestOutput<'ticket:finish'>, Refused> {
  const { store } = context;
  const known = new Set(store.office.procedures().map(({ key }) => key));
  if (!input.outcome.procedures.every(({ key }) => known.has(key))) return err(refuse('unknownProcedure'));
  const before = ticketNamed(context, input);
  if (!before.ok) return before;
  const finished = moveAtDesk(context, input, caller, (desk) => ({ kind: 'finish', desk }));
  if (!finished.ok) return finished;
  const { fieldId, legs, state } = before.value;
  if (state.kind !== 'serving') throw new Error('a ticket was finished that nobody served');
  const service = { desk: state.desk, fieldId, legs, finishedAt: finished.value.since };
  const serviceId = store.services.add(input.ticketId, service, input.outcome);
  const taken = takeDossiers(context, input, serviceId, before.value, caller);
  if (!taken.ok) return taken;
  const papers = taken.value.map((id) => dossierPaperOf(context, id, caller));
  if (!input.callNext) return ok({ next: null, papers });
  const next = callNext(context, input, caller);
  if (next.ok) return ok({ next: next.value, papers });
  return noNext.includes(next.error.code) ? ok({ next: null, papers }) : next;
}

/** Takes the last finish of a ticket back: the visitor is still there, and what was recorded is forgotten. */
export function undoFinish(
  context: Context,
  input: ParsedInput<'ticket:undoFinish'>,
  caller: Caller,
): Result<RequestOutput<'ticket:undoFinish'>, Refused> {
  const { store } = context;
  const ticket = ticketNamed(context, input);
  if (!ticket.ok) return ticket;
  const desk = freeDesk(context, caller);
  if (!desk.ok) return desk;
  const service = store.services.last(input.ticketId);
  if (service === null) return err(refuse('wrongState', { state: ticket.value.state.kind }));
  const command = { kind: 'undoFinish', desk: desk.value, service, withinMs: undoMs } as const;
  const undone = move(context, ticket.value, command, caller);
  if (!undone.ok) return undone;
  store.dossiers.takeBack(service.id, context.now());
  store.services.remove(service.id);
  store.ratings.remove(input.ticketId);
  return ok({});
}
