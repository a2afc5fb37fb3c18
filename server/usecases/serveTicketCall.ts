import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Command } from '../../shared/domain/command.ts';
import { refusalOf } from '../../shared/domain/command.ts';
import type { TicketId } from '../../shared/domain/ids.ts';
import { fieldsCalled } from '../../shared/domain/queue.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { freeDesk, isManager } from './desks.ts';
import type { Caller, Context } from './ports.ts';
import { done, move, moveWhereverHeld, refusedBy, ticketNamed, todayOf } from './serveTicketMove.ts';

/** A desk with nobody at it whose officer is at work. */
function callingDesk(context: Context, caller: Caller): Result<Desk, Refused> {
  const desk = freeDesk(context, caller);
  if (!desk.ok) return desk;
  return context.store.desks.breakOf(desk.value.officerId) === null ? desk : err(refuse('onBreak'));
}

const nextOf = (context: Context, desk: Desk): TicketId | null => {
  const { oneOfEvery } = context.store.office.office();
  return context.store.tickets.next(desk, todayOf(context), oneOfEvery, context.now());
};

/** Calls the next visitor in turn to the officer's counter. */
export function callNext(
  context: Context,
  _input: ParsedInput<'ticket:callNext'>,
  caller: Caller,
): Result<RequestOutput<'ticket:callNext'>, Refused> {
  const desk = callingDesk(context, caller);
  if (!desk.ok) return desk;
  const nextId = nextOf(context, desk.value);
  const next = nextId === null ? null : context.store.tickets.find(nextId);
  if (next === null) return err(refuse('nobodyWaiting'));
  const called = move(context, next, { kind: 'call', desk: desk.value, byHand: false }, caller);
  return called.ok ? ok({ ticketId: next.id, number: next.number }) : called;
}

/** Whether this officer calls tickets of that field here. */
function servesField({ store }: Context, { fieldId }: Ticket, desk: Desk): boolean {
  const counter = store.office.counters().find(({ id }) => id === desk.counterId);
  const work = store.officers.find(desk.officerId)?.fields ?? [];
  return fieldsCalled(counter?.fieldIds ?? [], work).has(fieldId);
}

const mayPick = ({ store }: Context, caller: Caller, { officerId }: Desk): boolean =>
  isManager(caller) || store.officers.find(officerId)?.mayPick === true;

/**
 * Calls one particular ticket of the desk's fields: one that was missed or parked, or one that waits, out of turn only
 * with the permission for it; then a cool-down or an appointment later in the day does not bind.
 */
export function call(
  context: Context,
  input: ParsedInput<'ticket:call'>,
  caller: Caller,
): Result<RequestOutput<'ticket:call'>, Refused> {
  const at = callingDesk(context, caller);
  if (!at.ok) return at;
  const desk = at.value;
  const named = ticketNamed(context, input);
  if (!named.ok) return named;
  const ticket = named.value;
  const waits = ticket.state.kind === 'waiting';
  const inTurn = waits && nextOf(context, desk) === ticket.id;
  const picks = !waits || mayPick(context, caller, desk);
  const command: Command = { kind: 'call', desk, byHand: picks && !inTurn };
  const refusal = refusalOf(ticket, command, context.now());
  if (refusal !== null) return err(refusedBy(context, refusal));
  if (!servesField(context, ticket, desk)) return err(refuse('keptForOther'));
  if (!picks && !inTurn) return err(refuse('mayNotPick'));
  return done(move(context, ticket, command, caller));
}

/** Announces the call again. */
export const recall = (
  context: Context,
  input: ParsedInput<'ticket:recall'>,
  caller: Caller,
): Result<RequestOutput<'ticket:recall'>, Refused> =>
  done(moveWhereverHeld(context, input, caller, (desk) => ({ kind: 'recall', desk })));
