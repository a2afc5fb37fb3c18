import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { peopleAheadOf } from '../../shared/domain/ahead.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { officerOf } from './desks.ts';
import { waitsNow } from './expectedWaits.ts';
import type { Caller, Context } from './ports.ts';
import { done, moveUnlessElsewhere, ticketNamed, todayOf } from './serveTicketMove.ts';
import { trackUrlOf } from './trackToken.ts';

/** Confirms, changes or takes away a visitor's class; whoever gave it and why is in the audit. */
export function setPriority(
  context: Context,
  input: ParsedInput<'ticket:setPriority'>,
  caller: Caller,
): Result<RequestOutput<'ticket:setPriority'>, Refused> {
  const { priority } = input;
  const known = context.store.office.priorityClasses().some(({ code }) => code === priority);
  if (priority !== null && !known) return err(refuse('unknownPriority'));
  return done(
    moveUnlessElsewhere(context, input, caller, (desk) => ({ kind: 'setPriority', priority, desk })),
  );
}

/** Sets the fields to which the visitor goes on. */
export function setLegs(
  context: Context,
  input: ParsedInput<'ticket:setLegs'>,
  caller: Caller,
): Result<RequestOutput<'ticket:setLegs'>, Refused> {
  const { legs } = input;
  const known = new Set(context.store.office.fields().map(({ id }) => id));
  if (!legs.every((fieldId) => known.has(fieldId))) return err(refuse('unknownField'));
  return done(moveUnlessElsewhere(context, input, caller, (desk) => ({ kind: 'setLegs', legs, desk })));
}

/** Writes something about a ticket for whoever has it next. */
export function addNote(
  context: Context,
  input: ParsedInput<'ticket:note'>,
  caller: Caller,
): Result<RequestOutput<'ticket:note'>, Refused> {
  const ticket = ticketNamed(context, input);
  if (!ticket.ok) return ticket;
  context.store.notes.add(input.ticketId, officerOf(caller).officerId, input.text, context.now());
  return ok({});
}

/** The facts of the ticket's paper, as they are now. */
export function reprint(
  context: Context,
  input: ParsedInput<'ticket:reprint'>,
): Result<RequestOutput<'ticket:reprint'>, Refused> {
  const named = ticketNamed(context, input);
  if (!named.ok) return named;
  const ticket = named.value;
  const { store } = context;
  const waits = ticket.state.kind === 'waiting';
  const line = store.tickets.line(todayOf(context), ticket.fieldId);
  return ok({
    ticketId: ticket.id,
    number: ticket.number,
    fieldId: ticket.fieldId,
    legs: [...ticket.legs],
    issuedAt: ticket.issuedAt,
    appointmentAt: ticket.appointmentAt,
    peopleAhead: waits ? peopleAheadOf(line, ticket, store.office.office(), context.now()) : 0,
    wait: waits ? waitsNow(context).ofTicket(ticket.id) : null,
    trackUrl: trackUrlOf(context, ticket.id),
  });
}
