import type { FieldId, Millis } from './ids.ts';
import type { Desk, Ticket } from './ticket.ts';
import { mayServe } from './ticket.ts';

/** How priority visitors are mixed with the others. */
export type PriorityPolicy = {
  /**
   * At most one priority call in every so many calls of a desk while normal people wait (≥ 1). Appointments are not
   * mixed but come at their time; their calls count towards it like any other.
   */
  readonly oneOfEvery: number;
};

/** What the rule has to know of the desk that calls. */
export type CallingDesk = {
  readonly desk: Desk;
  readonly fields: ReadonlySet<FieldId>;
  /** Calls of normal tickets by this counter today since its last of a priority ticket; `Infinity` if it had none. */
  readonly normalCallsSincePriority: number;
};

/**
 * Whether a ticket may be called automatically by this desk now. Missed and parked ones never are: somebody
 * who went away is not called back by a machine.
 */
export function isInTurn(ticket: Ticket, calling: CallingDesk, now: Millis): boolean {
  return (
    ticket.state.kind === 'waiting' &&
    calling.fields.has(ticket.fieldId) &&
    mayServe(ticket.target, calling.desk) &&
    (ticket.state.notBefore === null || ticket.state.notBefore <= now) &&
    (ticket.appointmentAt === null || ticket.appointmentAt <= now)
  );
}

/** First by `time`, then by number compared as text (as SQL does), so that the order is total. */
const earlierBy =
  (time: (ticket: Ticket) => Millis) =>
  (a: Ticket, b: Ticket): number =>
    time(a) - time(b) || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);

const byAppointment = earlierBy((ticket) => ticket.appointmentAt ?? 0);
const byPlace = earlierBy((ticket) => ticket.orderAt);

const firstOf = (tickets: readonly Ticket[], order: (a: Ticket, b: Ticket) => number): Ticket | null =>
  tickets.reduce<Ticket | null>(
    (best, ticket) => (best === null || order(ticket, best) < 0 ? ticket : best),
    null,
  );

/**
 * The ordering rule: appointments whose time has come; then priority interleaved with normal; then place in line.
 * `server/db/queue.ts` holds the same rule in SQL; `tests/suites/order.ts` proves the two equal.
 * @returns the ticket this desk calls next, or null if nobody is in turn.
 */
export function nextInTurn(
  tickets: readonly Ticket[],
  calling: CallingDesk,
  policy: PriorityPolicy,
  now: Millis,
): Ticket | null {
  const inTurn = tickets.filter((ticket) => isInTurn(ticket, calling, now));
  const appointed = inTurn.filter((ticket) => ticket.appointmentAt !== null);
  if (appointed.length > 0) return firstOf(appointed, byAppointment);
  const priority = firstOf(
    inTurn.filter((ticket) => ticket.priority !== null),
    byPlace,
  );
  const normal = firstOf(
    inTurn.filter((ticket) => ticket.priority === null),
    byPlace,
  );
  if (priority === null || normal === null) return priority ?? normal;
  return calling.normalCallsSincePriority >= policy.oneOfEvery - 1 ? priority : normal;
}
