import { randomUUID } from 'node:crypto';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { TicketId } from '../../shared/domain/ids.ts';
import { formatNumber, issue } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { confirmVisit } from './confirmVisit.ts';
import { expectedWaits } from './expectedWaits.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import { openVisitorRef } from './visitorRef.ts';

/** Gives the next number of a field's day. Numbers start at 1 each business day and have no gaps. */
export function issueTicket(
  context: TransactionContext,
  input: ParsedInput<'ticket:issue'>,
  caller: Caller,
): Result<RequestOutput<'ticket:issue'>, Refused> {
  const { store } = context;
  const now = context.now();
  const office = store.office.office();
  const field = store.office.fields().find(({ id }) => id === input.fieldId);
  if (field === undefined) return err(refuse('unknownField'));
  const visitorId = input.visitorRef === null ? null : openVisitorRef(context.vault, input.visitorRef, now);
  if (input.visitorRef !== null && visitorId === null) return err(refuse('visitorRefExpired'));

  const day = businessDayOf(now, office.timeZone);
  const peopleAhead = store.tickets.waiting(day).filter((ticket) => ticket.fieldId === field.id).length;
  const wait = expectedWaits(context)(field.id);
  const sequence = store.tickets.nextSequence(field.id, day);
  const ticket = issue({
    id: randomUUID() as TicketId,
    number: formatNumber(field.prefix, sequence),
    businessDay: day,
    issuedAt: now,
    visitorId,
    priority: input.priority,
    priorityConfirmed: false,
    appointmentAt: null,
    fieldId: field.id,
    legs: input.legs,
  });
  store.tickets.add(ticket, sequence, input.channel, actorOf(caller));
  if (input.visitorRef !== null && visitorId !== null)
    confirmVisit(context, input.visitorRef, visitorId, caller);
  return ok({
    ticketId: ticket.id,
    number: ticket.number,
    fieldId: field.id,
    legs: [...ticket.legs],
    issuedAt: now,
    appointmentAt: null,
    peopleAhead,
    wait,
  });
}
