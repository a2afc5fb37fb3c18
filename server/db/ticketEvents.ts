import type { EventType } from '../../shared/contract/events.ts';
import type { CounterId, Millis } from '../../shared/domain/ids.ts';
import type { StateKind, Ticket } from '../../shared/domain/ticket.ts';
import { holder } from '../../shared/domain/ticket.ts';
import type { Db } from './open.ts';
import { outboxWriter } from './outbox.ts';

/** What it means for others that a ticket came to a state; a new ticket waits, too, but was issued. */
const eventOf = {
  waiting: 'ticket.requeued',
  called: 'ticket.called',
  serving: 'ticket.started',
  parked: 'ticket.parked',
  missed: 'ticket.noShow',
  done: 'ticket.served',
  cancelled: 'ticket.cancelled',
  expired: 'ticket.expired',
} as const satisfies Record<StateKind, EventType>;

/**
 * Tells those who want to know that a ticket came to its state. In the transaction in which it does: what is not on disk
 * is never told, and what is cannot be forgotten.
 */
export function ticketEvents(db: Db): {
  readonly issued: (ticket: Ticket) => void;
  readonly moved: (ticket: Ticket, now: Millis) => void;
} {
  const { isWanted, tell } = outboxWriter(db);
  const numberOf = db.prepare<[CounterId], number>('SELECT number FROM counter WHERE id = ?').pluck();
  const put = (type: (typeof eventOf)[StateKind] | 'ticket.issued', ticket: Ticket, now: Millis): void => {
    if (!isWanted(type)) return;
    const { state, id: ticketId, number, businessDay, fieldId } = ticket;
    const desk = state.kind === 'done' ? state.desk : holder(ticket);
    const counterNumber = desk === null ? null : (numberOf.get(desk.counterId) ?? null);
    tell(type, { ticketId, number, businessDay, fieldId, state: state.kind, counterNumber }, now);
  };
  return {
    issued: (ticket) => put('ticket.issued', ticket, ticket.issuedAt),
    moved: (ticket, now) => put(eventOf[ticket.state.kind], ticket, now),
  };
}
