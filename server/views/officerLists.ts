import type { View } from '../../shared/contract/views.ts';
import type { CounterId, FieldId, Millis, OfficerId } from '../../shared/domain/ids.ts';
import type { CallingDesk } from '../../shared/domain/queue.ts';
import { orderOfCalls } from '../../shared/domain/queue.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { holder, mayServe } from '../../shared/domain/ticket.ts';
import type { ConsoleFloor } from './consoleFloor.ts';

const listShown = 50;
const endedShown = 30;

type Officer = View<'officer'>;
type Listed = Omit<Officer['missed'][number], 'since'>;

/** What every list says of a ticket. `name` only to whoever may have the visitor before them. */
export const listed = (ticket: Ticket, name: string | null): Listed => ({
  id: ticket.id,
  number: ticket.number,
  fieldId: ticket.fieldId,
  issuedAt: ticket.issuedAt,
  priority: ticket.priority === null ? null : { code: ticket.priority, confirmed: ticket.priorityConfirmed },
  appointmentAt: ticket.appointmentAt,
  name,
});

/** Until when it is not called; null if that is over. */
function notBefore({ state, appointmentAt }: Ticket, now: Millis): Millis | null {
  const coolDown = state.kind === 'waiting' ? state.notBefore : null;
  const until = Math.max(coolDown ?? 0, appointmentAt ?? 0);
  return until > now ? until : null;
}

/** Who this desk will call, in order; then those it may not call yet, by when it may. */
export function lineOf(
  floor: ConsoleFloor,
  calling: CallingDesk,
  oneOfEvery: number,
  now: Millis,
): Officer['line'] {
  const waiting = floor.open.filter(({ state }) => state.kind === 'waiting');
  const inTurn = orderOfCalls(waiting, calling, { oneOfEvery }, now);
  const called = new Set(inTurn);
  const later = waiting
    .filter(
      (ticket) =>
        !called.has(ticket) && calling.fields.has(ticket.fieldId) && mayServe(ticket.target, calling.desk),
    )
    .toSorted((a, b) => (notBefore(a, now) ?? 0) - (notBefore(b, now) ?? 0));
  return [...inTurn, ...later].slice(0, listShown).map((ticket) => ({
    ...listed(ticket, floor.nameOf(ticket)),
    misses: ticket.misses,
    notBefore: notBefore(ticket, now),
  }));
}

const bySince = (a: Ticket, b: Ticket): number => a.since - b.since;

/** Parked in the desk's fields, or by it. */
export function parkedOf(floor: ConsoleFloor, { desk, fields }: CallingDesk): Officer['parked'] {
  return floor.open
    .filter(
      ({ state, fieldId }) =>
        state.kind === 'parked' &&
        (fields.has(fieldId) ||
          state.desk.counterId === desk.counterId ||
          state.desk.officerId === desk.officerId),
    )
    .toSorted(bySince)
    .slice(0, listShown)
    .map((ticket) => ({ ...listed(ticket, floor.nameOf(ticket)), ...placeOf(floor, ticket) }));
}

/** Who did not come when called, longest ago first, of the fields that the desk serves. */
export function missedOf(floor: ConsoleFloor, { fields }: CallingDesk): Officer['missed'] {
  return floor.open
    .filter(({ state, fieldId }) => state.kind === 'missed' && fields.has(fieldId))
    .toSorted(bySince)
    .slice(0, listShown)
    .map((ticket) => ({ ...listed(ticket, floor.nameOf(ticket)), since: ticket.since }));
}

/** Those whom nobody expects back are numbers again. */
export function endedOf(floor: ConsoleFloor, { fields }: CallingDesk): Officer['ended'] {
  return [...fields.keys()]
    .flatMap((fieldId) => floor.ended(fieldId))
    .toSorted((a, b) => b.since - a.since)
    .slice(0, endedShown)
    .map((ticket) => ({
      ...listed(ticket, ticket.state.kind === 'done' ? null : floor.nameOf(ticket)),
      state: ticket.state.kind === 'done' ? 'done' : 'cancelled',
      at: ticket.since,
      counterNumber:
        ticket.state.kind === 'done' ? (floor.counterNumbers.get(ticket.state.desk.counterId) ?? null) : null,
    }));
}

/** Where a held ticket is, and with whom. */
function placeOf(floor: ConsoleFloor, ticket: Ticket) {
  const desk = holder(ticket);
  if (desk === null) throw new Error(`ticket ${ticket.id} is ${ticket.state.kind} at no desk`);
  return {
    since: ticket.since,
    counterNumber: floor.counterNumbers.get(desk.counterId) ?? 0,
    officerName: floor.officers.get(desk.officerId)?.name ?? '',
  };
}

/** Whoever is at other counters, with the names of those of the desk's own fields; managers are told all. */
export function elsewhereOf(
  floor: ConsoleFloor,
  own: CounterId | null,
  mayKnow: (fieldId: FieldId) => boolean,
): Officer['elsewhere'] {
  return floor.open.flatMap((ticket) => {
    const { state } = ticket;
    if ((state.kind !== 'called' && state.kind !== 'serving') || state.desk.counterId === own) return [];
    return [
      {
        ...listed(ticket, mayKnow(ticket.fieldId) ? floor.nameOf(ticket) : null),
        ...placeOf(floor, ticket),
        state: state.kind,
        officerOnline: floor.isOnline(state.desk.officerId),
      },
    ];
  });
}

/** Every other officer, with the number of the counter where they sit. */
export function colleaguesOf(
  { officers, seatOf, counterNumbers }: ConsoleFloor,
  me: OfficerId,
): Officer['colleagues'] {
  return [...officers.values()]
    .filter(({ id }) => id !== me)
    .map(({ id, name }) => {
      const seat = seatOf.get(id);
      return {
        id,
        name,
        counterNumber: seat === undefined ? null : (counterNumbers.get(seat.counterId) ?? null),
      };
    });
}
