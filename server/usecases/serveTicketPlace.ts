import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { Desk } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err } from '../../shared/kernel/result.ts';
import { isManager } from './desks.ts';
import type { Caller, Context } from './ports.ts';
import {
  done,
  move,
  moveUnlessElsewhere,
  moveWhereverHeld,
  ticketNamed,
  todayOf,
} from './serveTicketMove.ts';

/** Why nobody could serve a ticket transferred so; null if somebody can. */
function deadEnd({ store }: Context, { fieldId, target }: ParsedInput<'ticket:transfer'>): Refused | null {
  if (!store.office.fields().some(({ id }) => id === fieldId)) return refuse('unknownField');
  if (target.kind === 'counter') {
    const counter = store.office.counters().find(({ id }) => id === target.counterId);
    return counter?.fieldIds.includes(fieldId) === true ? null : refuse('unknownCounter');
  }
  if (target.kind === 'anyone') return null;
  const work = store.officers.find(target.officerId)?.fields;
  if (work === undefined) return refuse('unknownOfficer');
  const serves = work.length === 0 || work.some((field) => field.fieldId === fieldId);
  return serves ? null : refuse('unknownOfficer');
}

/** The same a millisecond after the last place in line, while the clock is behind what it showed before. */
function behindEveryone(context: Context): Context {
  const last = context.store.days.lastPlace(todayOf(context)) ?? 0;
  return { ...context, now: () => Math.max(context.now(), last + 1) };
}

/**
 * Sends the visitor on, to a field, a counter or an officer; managers also somebody who waits. Refused where nobody there
 * serves the field.
 */
export function transfer(
  context: Context,
  input: ParsedInput<'ticket:transfer'>,
  caller: Caller,
): Result<RequestOutput<'ticket:transfer'>, Refused> {
  const refused = deadEnd(context, input);
  if (refused !== null) return err(refused);
  const { fieldId, target, place } = input;
  const at = place === 'end' ? behindEveryone(context) : context;
  const to = (desk: Desk | null): Command => ({ kind: 'transfer', desk, fieldId, target, place });
  const ticket = ticketNamed(context, input);
  const waits = ticket.ok && ticket.value.state.kind === 'waiting';
  return done(
    waits && isManager(caller)
      ? move(at, ticket.value, to(null), caller)
      : moveWhereverHeld(at, input, caller, to),
  );
}

/** Puts somebody who waits before everybody else who does; what is said of why is kept in the audit. */
export function putFirst(
  context: Context,
  input: ParsedInput<'ticket:putFirst'>,
  caller: Caller,
): Result<RequestOutput<'ticket:putFirst'>, Refused> {
  const ticket = ticketNamed(context, input);
  if (!ticket.ok) return ticket;
  const places = context.store.tickets.waiting(todayOf(context)).map(({ orderAt }) => orderAt);
  const orderAt = Math.min(ticket.value.orderAt, ...places) - 1;
  return done(move(context, ticket.value, { kind: 'putFirst', orderAt }, caller));
}

/** The visitor does not want to be served any more. */
export const cancel = (
  context: Context,
  input: ParsedInput<'ticket:cancel'>,
  caller: Caller,
): Result<RequestOutput<'ticket:cancel'>, Refused> =>
  done(moveUnlessElsewhere(context, input, caller, (desk) => ({ kind: 'cancel', by: 'staff', desk })));

/** Back to the old place in today's line after a miss or a cancellation. */
export function reactivate(
  context: Context,
  input: ParsedInput<'ticket:reactivate'>,
  caller: Caller,
): Result<RequestOutput<'ticket:reactivate'>, Refused> {
  const ticket = ticketNamed(context, input);
  if (!ticket.ok) return ticket;
  // What an earlier day ended stays so.
  const { timeZone } = context.store.office.office();
  if (businessDayOf(ticket.value.since, timeZone) !== todayOf(context)) return err(refuse('tooLate'));
  return done(move(context, ticket.value, { kind: 'reactivate' }, caller));
}
