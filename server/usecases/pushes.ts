import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { PushSubscription } from '../../shared/contract/schemas.ts';
import { peopleAheadOf, tellAhead } from '../../shared/domain/ahead.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Millis, TicketId } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context } from './ports.ts';
import { ownTicket, ticketNamed } from './serveTicketMove.ts';

/** A service that fails is tried so often, and so long after the last time. */
const triesAtMost = 3;
const pauseMs: Millis = 30_000;

/** A phone that is to be told now that so many people are ahead; 0: called, or next. */
export type DuePush = {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly ahead: number;
  readonly subscription: PushSubscription;
};

/** Whether phones could be told at all: they reach the office by https, without which no browser lets a page ask. */
export const couldPush = ({ publicUrl }: Context): boolean => publicUrl().startsWith('https://');

/** Whether phones are offered to be told. */
export const offersPush = (context: Context): boolean => context.store.pushes.isOn() && couldPush(context);

/** Switches it on or off for all; those who have agreed are told once it is on again. */
export function setPush(
  { store }: Context,
  { on }: ParsedInput<'office:setPush'>,
): Result<RequestOutput<'office:setPush'>, Refused> {
  store.pushes.setOn(on);
  return ok({});
}

/**
 * The holder of a ticket wants to be told once few people are ahead, or no longer. Refused where the office does not
 * offer it, and for a ticket that nobody will call any more.
 */
export function setOwnPush(
  context: Context,
  { subscription }: ParsedInput<'track:setPush'>,
  caller: Caller,
): Result<RequestOutput<'track:setPush'>, Refused> {
  const { store, now } = context;
  const ticket = ticketNamed(context, ownTicket(caller));
  if (!ticket.ok) return ticket;
  const { id, state } = ticket.value;
  if (subscription === null) {
    store.pushes.unsubscribe(id);
    return ok({});
  }
  if (!offersPush(context)) return err(refuse('notAllowed'));
  if (state.kind !== 'waiting') return err(refuse('wrongState'));
  store.pushes.subscribe(id, subscription, now());
  return ok({});
}

/** How many people are ahead of a ticket; null if that can no longer be said, or not yet again. */
function aheadOf({ store, now }: Context, line: readonly Ticket[], ticket: Ticket): number | null {
  if (ticket.state.kind === 'called') return 0;
  if (ticket.state.kind !== 'waiting') return null;
  const ofField = line.filter(({ fieldId }) => fieldId === ticket.fieldId);
  return peopleAheadOf(ofField, ticket, store.office.office(), now());
}

/** The phones to be told now; each is noted as tried, so that none is told by two at once. */
export function takeDuePushes(context: Context): readonly DuePush[] {
  const { store, now } = context;
  const unsent = store.pushes.unsent(now());
  if (unsent.length === 0 || !offersPush(context)) return [];
  const line = store.tickets.waiting(businessDayOf(now(), store.office.office().timeZone));
  const due = unsent.flatMap(({ ticketId, subscription, tries }) => {
    const ticket = store.tickets.find(ticketId);
    const ahead = ticket === null ? null : aheadOf(context, line, ticket);
    if (ticket === null || ahead === null || ahead > tellAhead) return [];
    return [{ ticketId, number: ticket.number, ahead, subscription, tries: tries + 1 }];
  });
  if (due.length === 0) return [];
  store.transaction(() => {
    for (const { ticketId, tries } of due)
      store.pushes.tried(ticketId, tries, tries < triesAtMost ? now() + pauseMs : null);
  });
  return due;
}

/** What came of telling a phone: it is not told again, and forgotten if its push service no longer knows it. */
export function endPush({ store }: Context, { ticketId }: DuePush, outcome: 'taken' | 'gone'): void {
  store.transaction(() => {
    if (outcome === 'gone') store.pushes.unsubscribe(ticketId);
    else store.pushes.tried(ticketId, triesAtMost, null);
  });
}
