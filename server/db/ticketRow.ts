import type {
  BusinessDay,
  CounterId,
  FieldId,
  OfficerId,
  TicketId,
  VisitorId,
} from '../../shared/domain/ids.ts';
import type { Desk, State, StateKind, Target, Ticket, Turn } from '../../shared/domain/ticket.ts';
import { holder } from '../../shared/domain/ticket.ts';

/** A ticket with its open period, as `ticketColumns` selects it. */
export type TicketRow = {
  id: string;
  number: string;
  business_day: string;
  issued_at: number;
  visitor_id: string | null;
  priority: string | null;
  priority_confirmed: 0 | 1;
  legs: string;
  appointment_at: number | null;
  field_id: number;
  order_at: number;
  target_counter_id: number | null;
  target_officer_id: number | null;
  misses: number;
  state: StateKind;
  counter_id: number | null;
  officer_id: number | null;
  from_at: number;
  not_before: number | null;
  detail: string | null;
  announcements: number;
};

/** To be followed by conditions on `ticket` and `period` (the open one). */
export const selectTicket = `
  SELECT ticket.id, number, business_day, issued_at, visitor_id, priority, priority_confirmed, legs, appointment_at,
         ticket.field_id, order_at, target_counter_id, target_officer_id, misses,
         state, counter_id, officer_id, from_at, not_before, detail,
         (SELECT count(*) FROM announcement WHERE period_id = period.id) AS announcements
  FROM period JOIN ticket ON ticket.id = period.ticket_id
  WHERE to_at IS NULL`;

/**
 * Whether a ticket is of `$day`: issued on it, or parked before and kept overnight. The plus keeps the index by state away,
 * by which everybody who was ever parked would be read.
 */
export const ofDay = `(
  ticket.business_day = $day OR ticket.business_day < $day AND EXISTS (
    SELECT 1 FROM period AS stay WHERE stay.ticket_id = ticket.id AND +stay.state = 'parked'
  )
)`;

function targetOf(row: TicketRow): Target {
  if (row.target_counter_id !== null)
    return { kind: 'counter', counterId: row.target_counter_id as CounterId };
  if (row.target_officer_id !== null)
    return { kind: 'officer', officerId: row.target_officer_id as OfficerId };
  return { kind: 'anyone' };
}

function deskOf(row: TicketRow): Desk {
  if (row.counter_id === null || row.officer_id === null)
    throw new Error(`ticket ${row.id} is ${row.state} at no desk`);
  return { counterId: row.counter_id as CounterId, officerId: row.officer_id as OfficerId };
}

const detailOf = (row: TicketRow): unknown => JSON.parse(row.detail ?? 'null');

function stateOf(row: TicketRow): State {
  switch (row.state) {
    case 'waiting':
      return { kind: 'waiting', notBefore: row.not_before };
    case 'called':
      return {
        kind: 'called',
        desk: deskOf(row),
        announcements: row.announcements,
        turn: detailOf(row) as Turn,
      };
    case 'serving':
    case 'parked':
      return { kind: row.state, desk: deskOf(row) };
    case 'done':
      return { kind: 'done', desk: deskOf(row) };
    case 'cancelled':
      return { kind: 'cancelled', by: detailOf(row) as 'staff' | 'visitor' };
    case 'missed':
    case 'expired':
      return { kind: row.state };
  }
}

/** @throws if the row breaks what the schema promises. */
export function ticketOf(row: TicketRow): Ticket {
  return {
    id: row.id as TicketId,
    number: row.number,
    businessDay: row.business_day as BusinessDay,
    issuedAt: row.issued_at,
    visitorId: row.visitor_id as VisitorId | null,
    priority: row.priority,
    priorityConfirmed: row.priority_confirmed === 1,
    legs: JSON.parse(row.legs) as FieldId[],
    appointmentAt: row.appointment_at,
    fieldId: row.field_id as FieldId,
    orderAt: row.order_at,
    target: targetOf(row),
    misses: row.misses,
    state: stateOf(row),
    since: row.from_at,
  };
}

/** What a state has beside its columns. */
function detailFor(state: State): string | null {
  if (state.kind === 'called') return JSON.stringify(state.turn);
  return state.kind === 'cancelled' ? JSON.stringify(state.by) : null;
}

/** The columns of the ticket's open period, to be inserted. */
export function periodValues(ticket: Ticket): Readonly<Record<string, string | number | null>> {
  const { state } = ticket;
  const desk = state.kind === 'done' ? state.desk : holder(ticket);
  return {
    ticketId: ticket.id,
    state: state.kind,
    fieldId: ticket.fieldId,
    counterId: desk?.counterId ?? null,
    officerId: desk?.officerId ?? null,
    from: ticket.since,
    notBefore: state.kind === 'waiting' ? state.notBefore : null,
    detail: detailFor(state),
  };
}

/** The columns of a ticket that commands change, to be written. */
export function movingValues(ticket: Ticket): Readonly<Record<string, string | number | null>> {
  const { target } = ticket;
  return {
    id: ticket.id,
    fieldId: ticket.fieldId,
    orderAt: ticket.orderAt,
    appointmentAt: ticket.appointmentAt,
    targetCounterId: target.kind === 'counter' ? target.counterId : null,
    targetOfficerId: target.kind === 'officer' ? target.officerId : null,
    misses: ticket.misses,
    priority: ticket.priority,
    priorityConfirmed: ticket.priorityConfirmed ? 1 : 0,
    legs: JSON.stringify(ticket.legs),
  };
}
