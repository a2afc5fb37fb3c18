import type { View } from '../../shared/contract/views.ts';
import { peopleAheadOf } from '../../shared/domain/ahead.ts';
import type { CounterId, TicketId } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Context } from '../usecases/ports.ts';
import { offersPush } from '../usecases/pushes.ts';
import { phoneMayRate, ratingForm } from '../usecases/ratings.ts';
import type { Floor } from './shared.ts';
import { officeView } from './shared.ts';

type State = View<'track'>['state'];

function counterNumberOf({ counters }: Floor, counterId: CounterId): number {
  const counter = counters.find(({ id }) => id === counterId);
  if (counter === undefined) throw new Error(`a ticket is at counter ${counterId}, which is gone`);
  return counter.number;
}

function pushView(context: Context, { id }: Ticket): Extract<State, { kind: 'waiting' }>['push'] {
  const { pushes } = context.store;
  const key = offersPush(context) ? pushes.publicKey() : null;
  return key === null ? null : { key, on: pushes.isSubscribed(id) };
}

function stateView(context: Context, floor: Floor, ticket: Ticket): State {
  const { state } = ticket;
  switch (state.kind) {
    case 'waiting': {
      const line = floor.waiting.filter(({ fieldId }) => fieldId === ticket.fieldId);
      const coolsDown = state.notBefore !== null && state.notBefore > context.now();
      return {
        kind: 'waiting',
        peopleAhead: peopleAheadOf(line, ticket, floor.office, context.now()),
        wait: floor.waits.ofTicket(ticket.id),
        notBefore: coolsDown ? state.notBefore : null,
        push: pushView(context, ticket),
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
  const ticket = context.store.tickets.find(ticketId);
  const field = floor.fields.find(({ id }) => id === ticket?.fieldId);
  if (ticket === null || field === undefined) return null;
  const { number, businessDay, issuedAt, appointmentAt } = ticket;
  return {
    office: officeView(floor),
    ticketId,
    number,
    businessDay,
    field: { id: field.id, name: field.name, colour: field.colour },
    issuedAt,
    appointmentAt,
    danBiet: context.store.danBiet.isOn(),
    notice: context.store.texts.all().phoneNotice,
    state: stateView(context, floor, ticket),
  };
}
