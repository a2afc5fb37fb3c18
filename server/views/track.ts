import type { View } from '../../shared/contract/views.ts';
import type { CounterId, TicketId } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Context } from '../usecases/ports.ts';
import { phoneMayRate, ratingForm } from '../usecases/ratings.ts';
import type { Floor } from './shared.ts';
import { officeView } from './shared.ts';

type State = View<'track'>['state'];

function counterNumberOf({ counters }: Floor, counterId: CounterId): number {
  const counter = counters.find(({ id }) => id === counterId);
  if (counter === undefined) throw new Error(`a ticket is at counter ${counterId}, which is gone`);
  return counter.number;
}

function pushView(
  { store }: Context,
  floor: Floor,
  { id }: Ticket,
): Extract<State, { kind: 'waiting' }>['push'] {
  const { pushKey: key } = floor.phones();
  return key === null ? null : { key, on: store.pushes.isSubscribed(id) };
}

function stateView(context: Context, floor: Floor, ticket: Ticket): State {
  const { state } = ticket;
  switch (state.kind) {
    case 'waiting': {
      const coolsDown = state.notBefore !== null && state.notBefore > context.now();
      return {
        kind: 'waiting',
        // One that is not of today is about to expire.
        peopleAhead: floor.places().get(ticket.id)?.peopleAhead ?? 0,
        wait: floor.waits.ofTicket(ticket.id),
        notBefore: coolsDown ? state.notBefore : null,
        push: pushView(context, floor, ticket),
      };
    }
    case 'called': {
      const call = floor.calls.find(({ ticketId }) => ticketId === ticket.id);
      if (call === undefined) throw new Error(`ticket ${ticket.number} is called, but not among the calls`);
      const { counterNumber, announcementId } = call;
      return { kind: 'called', counterNumber, announcementId };
    }
    case 'serving':
    case 'parked':
      return { kind: state.kind, counterNumber: counterNumberOf(floor, state.desk.counterId) };
    case 'done':
      return { kind: 'done', rating: phoneMayRate(context, ticket) ? ratingForm(context) : null };
    case 'missed':
    case 'cancelled':
    case 'expired':
      return { kind: state.kind };
  }
}

/** For the phone of a ticket's holder: that ticket, and of the others only how many are ahead. Null if it is gone. */
export function trackView(context: Context, floor: Floor, ticketId: TicketId): View<'track'> | null {
  const ticket = floor.places().get(ticketId)?.ticket ?? context.store.tickets.find(ticketId);
  const field = floor.fields.find(({ id }) => id === ticket?.fieldId);
  if (ticket === null || field === undefined) return null;
  const { danBiet, notice } = floor.phones();
  const { number, businessDay, issuedAt, appointmentAt } = ticket;
  return {
    office: officeView(floor),
    ticketId,
    number,
    businessDay,
    field: { id: field.id, name: field.name, colour: field.colour },
    issuedAt,
    appointmentAt,
    danBiet,
    notice,
    state: stateView(context, floor, ticket),
  };
}
