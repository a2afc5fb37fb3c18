import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { publicRequests } from '../../shared/contract/requests/public.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context } from './ports.ts';
import type { Rating } from './queueStore.ts';
import { setOwnPush } from './pushes.ts';
import { answeredMs, phoneMayRate, ratedAtCounter } from './ratings.ts';
import { done, move, ownTicket, ticketNamed } from './serveTicketMove.ts';
import type { UseCases } from './table.ts';

/** Whether this screen may ask the visitor of a ticket. */
function asks(context: Context, ticket: Ticket, caller: Caller): boolean {
  if (caller.kind === 'visitor') return phoneMayRate(context, ticket);
  const counterId = caller.kind === 'device' ? caller.counterId : null;
  return counterId !== null && ratedAtCounter(context, counterId, answeredMs)?.id === ticket.id;
}

/** Keeps the answer of a visitor whose visit is over, once. */
function keepRating(
  context: Context,
  answer: Pick<Rating, 'ticketId' | 'level' | 'reasons' | 'remark'>,
  caller: Caller,
): Result<RequestOutput<'rating:give'>, Refused> {
  const { store } = context;
  // A phone is told nothing of others' tickets.
  if (caller.kind === 'visitor' && caller.ticketId !== answer.ticketId) return err(refuse('notRateable'));
  const ticket = ticketNamed(context, answer);
  if (!ticket.ok) return ticket;
  if (store.ratings.isRated(answer.ticketId)) return err(refuse('alreadyRated'));
  const { state } = ticket.value;
  if (state.kind !== 'done' || !asks(context, ticket.value, caller)) return err(refuse('notRateable'));
  const screen = caller.kind === 'visitor' ? 'track' : 'counter';
  store.ratings.add({ ...answer, desk: state.desk, screen }, context.now());
  return ok({});
}

/**
 * What a visitor thought of the visit: at the display of the counter where it ended, while that asks, or on the phone of
 * the ticket's holder within a day. Refused for reasons that the form does not offer.
 */
function give(
  context: Context,
  { ticketId, level, reasons, remark }: ParsedInput<'rating:give'>,
  caller: Caller,
): Result<RequestOutput<'rating:give'>, Refused> {
  const offered = new Set(context.store.ratings.reasons().map(({ code }) => code));
  if (!reasons.every((code) => offered.has(code))) return err(refuse('notRateable'));
  return keepRating(context, { ticketId, level, reasons: [...new Set(reasons)], remark }, caller);
}

/** The visitor left the counter without an answer. */
const skip = (
  context: Context,
  { ticketId }: ParsedInput<'rating:skip'>,
  caller: Caller,
): Result<RequestOutput<'rating:skip'>, Refused> =>
  keepRating(context, { ticketId, level: null, reasons: [], remark: null }, caller);

/** The visitor gives the place up, on the phone. */
function giveUp(
  context: Context,
  _input: ParsedInput<'track:cancel'>,
  caller: Caller,
): Result<RequestOutput<'track:cancel'>, Refused> {
  const ticket = ticketNamed(context, ownTicket(caller));
  if (!ticket.ok) return ticket;
  return done(move(context, ticket.value, { kind: 'cancel', by: 'visitor', desk: null }, caller));
}

/** What visitors say at a counter display or on their phones. */
export const visitorSaysUseCases: Pick<
  UseCases<keyof typeof publicRequests>,
  'rating:give' | 'rating:skip' | 'track:cancel' | 'track:setPush'
> = { 'rating:give': give, 'rating:skip': skip, 'track:cancel': giveUp, 'track:setPush': setOwnPush };
