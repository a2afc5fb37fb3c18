import type { BusinessDay, CounterId, FieldId, OfficerId, TicketId } from './ids.ts';
import type { PriorityPolicy } from './queue.ts';
import { orderOfCalls } from './queue.ts';
import { formatNumber, issue } from './ticket.ts';

/** Who came, in the order in which they came: a busy quarter of an hour, in which a third have priority and came late. */
const comers = [false, false, false, false, true, true, false, false, true] as const;

export type Called = {
  readonly number: string;
  readonly priority: boolean;
  /** How many who came later were called before. */
  readonly overtakenBy: number;
};

const counterId = 1 as CounterId;
const officerId = 1 as OfficerId;
const fieldId = 1 as FieldId;

/**
 * What a policy does to an example line of nine, of whom three have priority, worked out by the ordering rule itself.
 * @returns them in the order in which one counter, that has called nobody yet, calls them.
 */
export function exampleOf(policy: PriorityPolicy): readonly Called[] {
  const tickets = comers.map((priority, place) =>
    issue({
      id: String(place) as TicketId,
      number: formatNumber('A', place + 1),
      businessDay: '2026-01-05' as BusinessDay,
      issuedAt: place,
      visitorId: null,
      priority: priority ? 'EXAMPLE' : null,
      priorityConfirmed: false,
      appointmentAt: null,
      fieldId,
      legs: [],
    }),
  );
  const calling = {
    desk: { counterId, officerId },
    fields: new Map([[fieldId, 1]]),
    normalCallsSincePriority: 0,
  };
  const order = orderOfCalls(tickets, calling, policy, comers.length);
  return order.map(({ number, priority, issuedAt }, place) => ({
    number,
    priority: priority !== null,
    overtakenBy: order.slice(0, place).filter((other) => other.issuedAt > issuedAt).length,
  }));
}
