import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { RequestOutput } from '../../shared/contract/requests.ts';
import { advance } from '../../shared/domain/advance.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Command, TicketRefusal } from '../../shared/domain/command.ts';
import type { BusinessDay, TicketId } from '../../shared/domain/ids.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import { holder } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { deskOf, isManager } from './desks.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';

/** What every command on a ticket is made of. */

/** What commands on a ticket carry: its id, so that a press which comes late, or twice, never hits the next visitor. */
export type OnTicket = { readonly ticketId: TicketId };

/** The office's business day now. */
export const todayOf = (context: Context): BusinessDay =>
  businessDayOf(context.now(), context.store.office.office().timeZone);

/** The ticket's refusal with the facts that its words need. */
export function refusedBy({ store }: Context, refusal: TicketRefusal): Refused {
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

/** The ticket that a command names; refused if there is none. */
export function ticketNamed({ store }: Context, { ticketId }: OnTicket): Result<Ticket, Refused> {
  const ticket = store.tickets.find(ticketId);
  return ticket === null ? err(refuse('unknownTicket')) : ok(ticket);
}

/** The ticket of whoever holds its paper. @throws Error for anybody else, whom the contract does not let ask. */
export function ownTicket(caller: Caller): OnTicket {
  if (caller.kind !== 'visitor') throw new Error(`${caller.screen} holds no ticket`);
  return caller;
}

/** Moves a ticket and writes what became of it. */
export function move(
  context: Context,
  ticket: Ticket,
  command: Command,
  caller: Caller,
): Result<Ticket, Refused> {
  const now = context.now();
  const moved = advance(ticket, command, now);
  if (!moved.ok) return err(refusedBy(context, moved.error));
  context.store.tickets.save(ticket, moved.value, actorOf(caller), now);
  return moved;
}

/** Moves the ticket that the officer's screen showed when the key was pressed. */
export function moveAtDesk(
  context: Context,
  input: OnTicket,
  caller: Caller,
  command: (desk: Desk) => Command,
): Result<Ticket, Refused> {
  const at = deskOf(context, caller);
  if (!at.ok) return at;
  const ticket = ticketNamed(context, input);
  return ticket.ok ? move(context, ticket.value, command(at.value.desk), caller) : ticket;
}

/**
 * Moves a ticket at the officer's desk; managers also one that another desk has, as if that desk had done it, so that
 * no ticket stays with somebody who went away.
 */
export function moveWhereverHeld(
  context: Context,
  input: OnTicket,
  caller: Caller,
  command: (desk: Desk) => Command,
): Result<Ticket, Refused> {
  const ticket = ticketNamed(context, input);
  if (!ticket.ok) return ticket;
  const held = isManager(caller) ? holder(ticket.value) : null;
  return held === null
    ? moveAtDesk(context, input, caller, command)
    : move(context, ticket.value, command(held), caller);
}

/** Does something with a ticket that no other desk has; managers with any. */
export function moveUnlessElsewhere(
  context: Context,
  input: OnTicket,
  caller: Caller,
  command: (desk: Desk | null) => Command,
): Result<Ticket, Refused> {
  if (!isManager(caller)) return moveAtDesk(context, input, caller, command);
  const ticket = ticketNamed(context, input);
  return ticket.ok ? move(context, ticket.value, command(null), caller) : ticket;
}

/** For requests that are answered with nothing. */
export const done = (result: Result<unknown, Refused>): Result<RequestOutput<'ticket:start'>, Refused> =>
  result.ok ? ok({}) : result;
