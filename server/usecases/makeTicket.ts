import { randomUUID } from 'node:crypto';
import type { RequestOutput } from '../../shared/contract/requests.ts';
import { peopleAhead } from '../../shared/domain/ahead.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { TicketId } from '../../shared/domain/ids.ts';
import type { NewTicket } from '../../shared/domain/ticket.ts';
import { formatNumber, issue } from '../../shared/domain/ticket.ts';
import { waitsAsShown } from './expectedWaits.ts';
import { trackUrlOf } from './trackToken.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Field } from './records.ts';

/** How a number was taken. */
export type Channel = 'touch' | 'usual' | 'head' | 'card' | 'staff' | 'appointment' | 'api';

/** What is asked for; who may ask is settled before. */
export type Wanted = Pick<
  NewTicket,
  'visitorId' | 'priority' | 'priorityConfirmed' | 'appointmentAt' | 'legs'
> & {
  readonly field: Field;
  readonly channel: Channel;
};

/**
 * The only place where tickets are made but for those that kiosks gave by themselves (`handIn.ts`): gives the next
 * number of a field's day. Numbers begin at 1 each business day and have no gaps but for those set aside. Whatever the clock does, a ticket is issued later than all others of its day and stands behind
 * them: while the clock is behind what it showed before, a millisecond behind the last.
 * @returns what is printed.
 */
export function makeTicket(context: Context, wanted: Wanted, caller: Caller): RequestOutput<'ticket:issue'> {
  const { store } = context;
  const { field, channel, ...facts } = wanted;
  const now = context.now();
  const { timeZone, oneOfEvery } = store.office.office();
  const day = businessDayOf(now, timeZone);
  const line = store.tickets.line(day, field.id);
  const ahead = peopleAhead(line, wanted, { oneOfEvery }, now);
  // An appointment is called at its time, not after those in line.
  const wait =
    wanted.appointmentAt === null ? waitsAsShown(context).ofField(field.id, wanted.priority !== null) : null;
  const sequence = store.tickets.nextSequence(field.id, day);
  const ticket = issue({
    ...facts,
    id: randomUUID() as TicketId,
    number: formatNumber(field.prefix, sequence),
    businessDay: day,
    issuedAt: Math.max(now, (store.days.lastPlace(day) ?? 0) + 1),
    fieldId: field.id,
  });
  store.tickets.add(ticket, sequence, channel, actorOf(caller));
  return {
    ticketId: ticket.id,
    number: ticket.number,
    fieldId: field.id,
    legs: [...ticket.legs],
    issuedAt: ticket.issuedAt,
    appointmentAt: ticket.appointmentAt,
    peopleAhead: ahead,
    wait,
    trackUrl: trackUrlOf(context, ticket.id),
  };
}
