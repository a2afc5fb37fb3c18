import type { FieldId, Millis } from './ids.ts';
import type { Desk, Ticket } from './ticket.ts';
import { mayServe } from './ticket.ts';

/** How priority visitors are mixed with the others. */
export type PriorityPolicy = {
  /**
   * At most one priority call in every so many calls of a counter while normal people of the same rank wait (≥ 1).
   * Appointments are not mixed but come at their time; their calls count towards it like any other.
   */
  readonly oneOfEvery: number;
};

/** What the rule has to know of the desk that calls. */
export type CallingDesk = {
  readonly desk: Desk;
  /** The fields it calls, each with its rank; lower ranks are called first. */
  readonly fields: ReadonlyMap<FieldId, number>;
  /**
   * Calls in turn of normal tickets by this counter today since its last of a priority ticket; `Infinity` if it had
   * none. Tickets picked by hand do not count.
   */
  readonly normalCallsSincePriority: number;
};

/** The rank of every field of officers who have no order of their own. */
const alike = 1;

/**
 * The fields that an officer calls at a counter.
 * @param work which fields the officer serves, and which first; none: all of the counter's, alike.
 */
export function fieldsCalled(
  counterFields: readonly FieldId[],
  work: readonly { readonly fieldId: FieldId; readonly rank: number }[],
): ReadonlyMap<FieldId, number> {
  if (work.length === 0) return new Map(counterFields.map((fieldId) => [fieldId, alike]));
  const here = new Set(counterFields);
  return new Map(work.flatMap(({ fieldId, rank }) => (here.has(fieldId) ? [[fieldId, rank]] : [])));
}

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

/** Those of one rank who wait without an appointment, each line by place. */
type Lines = { readonly priority: readonly Ticket[]; readonly normal: readonly Ticket[] };

function linesByRank(tickets: readonly Ticket[], { fields }: CallingDesk): Lines[] {
  const ranks = Map.groupBy(tickets, ({ fieldId }) => fields.get(fieldId) ?? 0);
  return [...ranks]
    .toSorted(([a], [b]) => a - b)
    .map(([, ofRank]) => ({
      priority: ofRank.filter(({ priority }) => priority !== null).toSorted(byPlace),
      normal: ofRank.filter(({ priority }) => priority === null).toSorted(byPlace),
    }));
}

/**
 * The ordering rule: appointments whose time has come; then by rank, within it priority interleaved with normal, each
 * by place in line. `server/db/queue.ts` holds the same rule in SQL; `tests/suites/order.ts` proves the two equal.
 *
 * A normal visitor is overtaken at a counter by at most ⌈(k + 1) / (oneOfEvery − 1)⌉ priority visitors of the same
 * rank, k being the other calls which that counter makes in turn meanwhile: before each priority call but the first
 * stand `oneOfEvery − 1` others, since it is due only then as long as somebody normal of its rank is in turn.
 * @returns everybody in turn, in the order in which this desk would call them if nothing else happened.
 */
export function orderOfCalls(
  tickets: readonly Ticket[],
  calling: CallingDesk,
  policy: PriorityPolicy,
  now: Millis,
): Ticket[] {
  const inTurn = tickets.filter((ticket) => isInTurn(ticket, calling, now));
  const order = inTurn.filter(({ appointmentAt }) => appointmentAt !== null).toSorted(byAppointment);
  let normalCalls = order.reduce(
    (count, { priority }) => (priority === null ? count + 1 : 0),
    calling.normalCallsSincePriority,
  );
  const walkIns = inTurn.filter(({ appointmentAt }) => appointmentAt === null);
  for (const { priority, normal } of linesByRank(walkIns, calling)) {
    for (let p = 0, n = 0; p < priority.length || n < normal.length;) {
      const first = priority[p];
      const plain = normal[n];
      const due = plain === undefined || normalCalls >= policy.oneOfEvery - 1;
      const next = first !== undefined && due ? first : plain;
      if (next === undefined) break;
      order.push(next);
      if (next === first) p += 1;
      else n += 1;
      normalCalls = next === first ? 0 : normalCalls + 1;
    }
  }
  return order;
}

/** @returns the ticket this desk calls next by the ordering rule, or null if nobody is in turn. */
export function nextInTurn(
  tickets: readonly Ticket[],
  calling: CallingDesk,
  policy: PriorityPolicy,
  now: Millis,
): Ticket | null {
  return orderOfCalls(tickets, calling, policy, now)[0] ?? null;
}
