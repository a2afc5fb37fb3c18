import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Command, TicketRefusal } from '../../shared/domain/advance.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import { advance } from '../../shared/domain/advance.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { deskOf } from './desks.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';

/** The ticket's refusal with the facts that its words need. */
function refusedBy({ store }: Context, refusal: TicketRefusal): Refused {
  switch (refusal.code) {
    case 'otherDesk': {
      const counter = store.office.counters().find(({ id }) => id === refusal.counterId);
      return refuse('otherDesk', { counterNumber: counter?.number ?? 0 });
    }
    case 'wrongState':
      return refuse('wrongState', { state: refusal.state });
    case 'coolingDown':
      return refuse('coolingDown', { until: refusal.until });
    case 'keptForOther':
      return refuse('keptForOther');
    case 'tooLate':
      return refuse('tooLate');
  }
}

/** Moves a ticket and writes what became of it. */
function move(context: Context, ticket: Ticket, command: Command, caller: Caller): Result<Ticket, Refused> {
  const now = context.now();
  const moved = advance(ticket, command, now);
  if (!moved.ok) return err(refusedBy(context, moved.error));
  context.store.tickets.save(ticket, moved.value, actorOf(caller), now);
  return moved;
}

/** Calls the next visitor in turn to the officer's counter. */
export function callNext(
  context: Context,
  _input: ParsedInput<'ticket:callNext'>,
  caller: Caller,
): Result<RequestOutput<'ticket:callNext'>, Refused> {
  const { store } = context;
  const at = deskOf(context, caller);
  if (!at.ok) return at;
  const { desk, ticket: held } = at.value;
  if (held !== null) return err(refuse('deskBusy', { number: held.number }));
  const now = context.now();
  const office = store.office.office();
  const day = businessDayOf(now, office.timeZone);
  const nextId = store.tickets.next(desk, day, office.oneOfEvery, now);
  const next = nextId === null ? null : store.tickets.find(nextId);
  if (next === null) return err(refuse('nobodyWaiting'));
  const called = move(context, next, { kind: 'call', desk }, caller);
  return called.ok ? ok({ ticketId: next.id, number: next.number }) : called;
}

/**
 * Moves the ticket that the officer's screen showed when the key was pressed. Naming it means that a press which comes
 * late, or twice, never hits the next visitor.
 */
function moveAtDesk(
  context: Context,
  { ticketId }: Pick<ParsedInput<'ticket:start'>, 'ticketId'>,
  caller: Caller,
  command: (desk: Desk) => Command,
): Result<Ticket, Refused> {
  const at = deskOf(context, caller);
  if (!at.ok) return at;
  const ticket = context.store.tickets.find(ticketId);
  if (ticket === null) return err(refuse('noTicketAtDesk'));
  return move(context, ticket, command(at.value.desk), caller);
}

/** Announces the call again. */
export function recall(
  context: Context,
  input: ParsedInput<'ticket:recall'>,
  caller: Caller,
): Result<RequestOutput<'ticket:recall'>, Refused> {
  const moved = moveAtDesk(context, input, caller, (desk) => ({ kind: 'recall', desk }));
  return moved.ok ? ok({}) : moved;
}

/** The visitor has come to the counter. */
export function start(
  context: Context,
  input: ParsedInput<'ticket:start'>,
  caller: Caller,
): Result<RequestOutput<'ticket:start'>, Refused> {
  const moved = moveAtDesk(context, input, caller, (desk) => ({ kind: 'start', desk }));
  return moved.ok ? ok({}) : moved;
}

/** Nobody came: back to the line after a cool-down, or out of it after the last call. */
export function miss(
  context: Context,
  input: ParsedInput<'ticket:miss'>,
  caller: Caller,
): Result<RequestOutput<'ticket:miss'>, Refused> {
  const policy = context.store.office.office().missPolicy;
  const moved = moveAtDesk(context, input, caller, (desk) => ({ kind: 'miss', desk, policy }));
  if (!moved.ok) return moved;
  return ok({ state: moved.value.state.kind === 'missed' ? 'missed' : 'waiting' });
}

/** The service is over. */
export function finish(
  context: Context,
  input: ParsedInput<'ticket:finish'>,
  caller: Caller,
): Result<RequestOutput<'ticket:finish'>, Refused> {
  const moved = moveAtDesk(context, input, caller, (desk) => ({ kind: 'finish', desk }));
  return moved.ok ? ok({ next: null }) : moved;
}
