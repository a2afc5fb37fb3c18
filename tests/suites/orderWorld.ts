import * as fc from 'fast-check';
import type { FieldId, Millis, TicketId } from '../../shared/domain/ids.ts';
import type { CallingDesk } from '../../shared/domain/queue.ts';
import { fieldsCalled } from '../../shared/domain/queue.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import { formatNumber } from '../../shared/domain/ticket.ts';
import { anyDesk, anyTicket, anyTime, seldom } from '../factories/arbitraries.ts';
import { deskAt } from '../factories/desks.ts';
import { fieldId, minutes, opening, ticketId } from '../factories/ids.ts';

/** All that the ordering rule may depend on. Counters, officers and fields are numbered 1 to 3. */
export type OrderWorld = {
  /** Of one business day, in any state; at most one is called or served at a counter. */
  readonly tickets: readonly Ticket[];
  /** Which desk called whom today, oldest first. Somebody may have been called more than once. */
  readonly calls: readonly {
    readonly desk: Desk;
    readonly ticketId: TicketId;
    /** Out of turn; otherwise as somebody with or without priority, as the ticket is. */
    readonly byHand?: boolean;
  }[];
  /** The desk that wants the next, which has nobody. */
  readonly desk: Desk;
  readonly fields: readonly FieldId[];
  /** What the officer serves, and which first; none: all of the counter's, alike. */
  readonly work: readonly { readonly fieldId: FieldId; readonly rank: number }[];
  readonly oneOfEvery: number;
  readonly now: Millis;
};

export const orderWorld = (more: Partial<OrderWorld> = {}): OrderWorld => ({
  tickets: [],
  calls: [],
  desk: deskAt(1),
  fields: [fieldId(1)],
  work: [],
  oneOfEvery: 3,
  now: opening + minutes(60),
  ...more,
});

/** The desk of the world with its history, as `nextInTurn` asks for it. */
export function callingDeskOf({ tickets, calls, desk, fields, work }: OrderWorld): CallingDesk {
  const priorities = new Map(tickets.map((ticket) => [ticket.id, ticket.priority]));
  const ours = calls.filter((call) => call.desk.counterId === desk.counterId && call.byHand !== true);
  const last = ours.findLastIndex((call) => priorities.get(call.ticketId) !== null);
  return {
    desk,
    fields: fieldsCalled(fields, work),
    normalCallsSincePriority: last === -1 ? Infinity : ours.length - 1 - last,
  };
}

/** Tickets that can stand side by side: each its own number, and no counter with two visitors or the caller's with one. */
function standingTogether(tickets: readonly Ticket[], caller: Desk): Ticket[] {
  const taken = new Set([caller.counterId]);
  return tickets.map((ticket, i) => {
    const { state } = ticket;
    const own = {
      ...ticket,
      id: ticketId(i + 1),
      number: formatNumber('ABC'.charAt(ticket.fieldId - 1), i + 1),
    };
    if (state.kind !== 'called' && state.kind !== 'serving') return own;
    if (taken.has(state.desk.counterId)) return { ...own, state: { kind: 'parked', desk: state.desk } };
    taken.add(state.desk.counterId);
    return own;
  });
}

/** Any world; most of its tickets wait, since the others are never in turn. */
export const anyOrderWorld: fc.Arbitrary<OrderWorld> = fc
  .record({
    tickets: fc.array(
      fc.oneof(
        anyTicket,
        fc
          .tuple(anyTicket, seldom(anyTime))
          .map(([ticket, notBefore]): Ticket => ({ ...ticket, state: { kind: 'waiting', notBefore } })),
      ),
      { maxLength: 12, size: 'max' },
    ),
    calls: fc.array(
      fc.record({ desk: anyDesk, index: fc.nat({ max: 11 }), byHand: seldom(fc.constant(true)) }),
      { maxLength: 8, size: 'max' },
    ),
    desk: anyDesk,
    fields: fc.subarray([1, 2, 3], { minLength: 1 }).map((fields) => fields.map(fieldId)),
    work: fc.uniqueArray(
      fc.record({
        fieldId: fc.integer({ min: 1, max: 3 }).map(fieldId),
        rank: fc.integer({ min: 1, max: 2 }),
      }),
      { selector: (field) => field.fieldId, maxLength: 3 },
    ),
    oneOfEvery: fc.integer({ min: 1, max: 4 }),
    now: anyTime,
  })
  .map(({ tickets, calls, ...more }) => ({
    ...more,
    tickets: standingTogether(tickets, more.desk),
    calls: calls
      .filter(({ index }) => index < tickets.length)
      .map(({ desk, index, byHand }) => ({ desk, ticketId: ticketId(index + 1), byHand: byHand ?? false })),
  }));
