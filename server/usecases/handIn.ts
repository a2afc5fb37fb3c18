import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { KeptWhy } from '../../shared/contract/requests/reserve.ts';
import { advance } from '../../shared/domain/advance.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay, FieldId, TicketId } from '../../shared/domain/ids.ts';
import { numberIn } from '../../shared/domain/reserve.ts';
import { formatNumber, issue } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import { isGenuine, kioskOf } from './reserveGrant.ts';
import { reserveChannel } from './reserveStore.ts';

type HandedIn = ParsedInput<'reserve:handIn'>;
type Given = HandedIn['tickets'][number];

/** What holds for a whole batch. */
type Batch = {
  readonly grant: HandedIn['grant'];
  /** Why none of it can be taken in, or null. */
  readonly why: KeptWhy | null;
  readonly today: BusinessDay;
  readonly fieldIds: ReadonlySet<FieldId>;
  readonly caller: Caller;
};

function batchOf({ store, vault, now }: Context, grant: HandedIn['grant'], caller: Caller): Batch {
  const today = businessDayOf(now(), store.office.office().timeZone);
  const fieldIds = new Set(store.office.fields().map(({ id }) => id));
  const known = { grant, today, fieldIds, caller };
  if (!isGenuine(vault, grant)) return { ...known, why: 'notGiven' };
  if (grant.deviceId !== kioskOf(caller)) return { ...known, why: 'otherKiosk' };
  return { ...known, why: grant.day === today ? null : 'dayOver' };
}

/** The number as it is printed, if it may be taken into the line; else why not. */
function judge(
  { store }: Context,
  { grant, why, today, fieldIds }: Batch,
  { fieldId, sequence }: Given,
): { readonly number: string; readonly why: KeptWhy | null } {
  const number = numberIn(grant, fieldId, sequence);
  if (number === null) return { number: formatNumber('', sequence), why: why ?? 'notGiven' };
  if (why !== null) return { number, why };
  if (!fieldIds.has(fieldId)) return { number, why: 'fieldGone' };
  const isTaken = store.tickets.isTaken({ day: today, fieldId, sequence, number });
  return { number, why: isTaken ? 'numberTaken' : null };
}

/**
 * What the kiosk had asked for before it gave the number itself. If it became a number, nobody has that paper: it is
 * cancelled while it only waits. If it has not come yet, it finds its id used when it comes.
 */
function withdraw({ store, vault, now }: Context, requestId: string, caller: Caller): void {
  const by = actorOf(caller);
  const earlier = store.requests.find(requestId);
  if (earlier === null) {
    const digest = vault.digest('request', 'a number given by the kiosk instead');
    store.requests.add(requestId, { name: 'ticket:issue', caller: by, digest, answer: '{}' }, now());
    return;
  }
  if (earlier.name !== 'ticket:issue' || earlier.caller !== by) return;
  const { ticketId } = JSON.parse(earlier.answer) as { ticketId?: TicketId };
  const ticket = ticketId === undefined ? null : store.tickets.find(ticketId);
  if (ticket?.state.kind !== 'waiting') return;
  const cancelled = advance(ticket, { kind: 'cancel', by: 'staff', desk: null }, now());
  if (cancelled.ok) store.tickets.save(ticket, cancelled.value, by, now());
}

/** Takes a number into the line at the place of the moment at which it was given. */
function takeIn(context: Context, { grant, fieldIds, caller }: Batch, given: Given, number: string): void {
  const { store, now } = context;
  const { ticketId, fieldId, sequence, priority } = given;
  const ticket = issue({
    id: ticketId,
    number,
    businessDay: grant.day,
    // Not before the kiosk had it, nor later than now, whatever the kiosk's clock did.
    issuedAt: Math.min(now(), Math.max(grant.grantedAt, given.issuedAt)),
    visitorId: null,
    priority: store.office.priorityClasses().some(({ code }) => code === priority) ? priority : null,
    priorityConfirmed: false,
    appointmentAt: null,
    fieldId,
    legs: [...new Set(given.legs)].filter((id) => id !== fieldId && fieldIds.has(id)),
  });
  store.tickets.add(ticket, sequence, reserveChannel, actorOf(caller));
}

/**
 * A kiosk hands in what it gave while the server was away, all of it in one transaction. Each number is taken in once,
 * however often it comes. What cannot be taken in is kept, for a manager to see; nothing is refused, or the kiosk would
 * have to remember it for ever.
 */
export function handIn(
  context: Context,
  { requestId, grant, tickets }: HandedIn,
  caller: Caller,
): Result<RequestOutput<'reserve:handIn'>, Refused> {
  const { store, now } = context;
  const batch = batchOf(context, grant, caller);
  const taken: TicketId[] = [];
  const kept: TicketId[] = [];
  for (const given of tickets) {
    const { ticketId, fieldId, issuedAt, instead } = given;
    const { number, why } = judge(context, batch, given);
    const before = store.tickets.find(ticketId);
    if (before?.number === number && before.businessDay === grant.day) taken.push(ticketId);
    else if (store.reserves.isKept(ticketId)) kept.push(ticketId);
    else if (why === null && before === null) {
      takeIn(context, batch, given, number);
      // Its own id is used up by what it answers.
      if (instead !== null && instead !== requestId) withdraw(context, instead, caller);
      taken.push(ticketId);
    } else {
      const deviceId = kioskOf(caller);
      const facts = { ticketId, number, day: grant.day, fieldId, issuedAt, deviceId };
      store.reserves.keep({ ...facts, handedInAt: now(), why: why ?? 'numberTaken' });
      kept.push(ticketId);
    }
  }
  return ok({ taken, kept });
}
