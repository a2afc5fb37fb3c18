import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { confirmVisit } from './confirmVisit.ts';
import { makeTicket } from './makeTicket.ts';
import { openingNow } from './opening.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import type { Field } from './records.ts';
import { openVisitorRef } from './visitorRef.ts';

type Asked = Pick<ParsedInput<'ticket:add'>, 'fieldId' | 'legs' | 'priority'>;

/** The field asked for, if it, those to go on to and the class of priority are there, and no field is named twice. */
function fieldOf({ store }: Context, { fieldId, legs, priority }: Asked): Result<Field, Refused> {
  const fields = new Map(store.office.fields().map((field) => [field.id, field]));
  const visited = [fieldId, ...legs];
  const field = fields.get(fieldId);
  if (field === undefined || !visited.every((id) => fields.has(id)) || new Set(visited).size < visited.length)
    return err(refuse('unknownField'));
  if (priority !== null && !store.office.priorityClasses().some(({ code }) => code === priority))
    return err(refuse('unknownPriority'));
  return ok(field);
}

/** Why kiosks give no numbers of a field now, or null if they do. */
export function kioskRefusal(context: Context, field: Field): Refused | null {
  const { store, now } = context;
  const opening = openingNow(context);
  if (opening.kind !== 'open') return refuse(opening.kind);
  const day = businessDayOf(now(), store.office.office().timeZone);
  return field.dailyQuota !== null && store.tickets.countGiven(field.id, day) >= field.dailyQuota
    ? refuse('quotaReached')
    : null;
}

/** Why a recognised visitor gets no further number, or null. Names the number that is open, or the last one given. */
function limitRefusal({ store, now }: Context, visitorId: VisitorId): Refused | null {
  const { limits, timeZone } = store.office.office();
  const tickets = store.days.ticketsOf(visitorId, businessDayOf(now(), timeZone));
  const open = tickets.filter((ticket) => ticket.open);
  const today = tickets.filter((ticket) => ticket.ofToday);
  const reached = (limit: number | null, count: number): boolean => limit !== null && count >= limit;
  if (reached(limits.openPerVisitor, open.length))
    return refuse('visitorLimit', { number: open[0]?.number ?? '' });
  return reached(limits.dailyPerVisitor, today.length)
    ? refuse('visitorLimit', { number: today.at(-1)?.number ?? '' })
    : null;
}

/** A visitor takes a number at a kiosk, within the hours, quotas and limits that the office has set. */
export function issueTicket(
  context: TransactionContext,
  input: ParsedInput<'ticket:issue'>,
  caller: Caller,
): Result<RequestOutput<'ticket:issue'>, Refused> {
  const field = fieldOf(context, input);
  if (!field.ok) return field;
  const closed = kioskRefusal(context, field.value);
  if (closed !== null) return err(closed);
  const { visitorRef, legs, priority, channel } = input;
  const visitorId = visitorRef === null ? null : openVisitorRef(context.vault, visitorRef, context.now());
  // Who was erased meanwhile, or whose two registrations have become one, is nobody any more.
  const isThere = visitorId !== null && context.store.visitors.find(visitorId) !== null;
  if (visitorRef !== null && !isThere) return err(refuse('visitorRefExpired'));
  const limited = visitorId === null ? null : limitRefusal(context, visitorId);
  if (limited !== null) return err(limited);
  if (visitorRef !== null && visitorId !== null) confirmVisit(context, visitorRef, visitorId, caller);
  return ok(
    makeTicket(
      context,
      {
        field: field.value,
        legs,
        visitorId,
        priority,
        priorityConfirmed: false,
        appointmentAt: null,
        channel,
      },
      caller,
    ),
  );
}

/** A number of somebody whom the office does not know, and who said no more of themselves. */
const unnamed = (
  context: Context,
  field: Field,
  { legs, priority }: Asked,
  how: { readonly channel: 'staff' | 'api'; readonly priorityConfirmed: boolean },
  caller: Caller,
): RequestOutput<'ticket:issue'> =>
  makeTicket(context, { field, legs, visitorId: null, priority, appointmentAt: null, ...how }, caller);

/** An officer gives a number to somebody at the desk; hours, lock, quotas and limits do not bind staff. */
export function addTicket(
  context: Context,
  input: ParsedInput<'ticket:add'>,
  caller: Caller,
): Result<RequestOutput<'ticket:add'>, Refused> {
  const field = fieldOf(context, input);
  if (!field.ok) return field;
  const how = { channel: 'staff', priorityConfirmed: input.priority !== null } as const;
  return ok(unnamed(context, field.value, input, how, caller));
}

/** Another system takes a number for somebody, within the hours and quotas that bind kiosks; staff confirm the priority. */
export function issueForOther(
  context: Context,
  input: Asked,
  caller: Caller,
): Result<RequestOutput<'ticket:issue'>, Refused> {
  const field = fieldOf(context, input);
  if (!field.ok) return field;
  const closed = kioskRefusal(context, field.value);
  if (closed !== null) return err(closed);
  return ok(unnamed(context, field.value, input, { channel: 'api', priorityConfirmed: false }, caller));
}
