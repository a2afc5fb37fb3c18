import type { View } from '../../shared/contract/views.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import { isInTurn, nextInTurn } from '../../shared/domain/queue.ts';
import type { CallingDesk } from '../../shared/domain/queue.ts';
import { mayServe } from '../../shared/domain/ticket.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { Context } from '../usecases/ports.ts';
import { expectedAppointments } from './appointments.ts';
import type { Floor } from './shared.ts';
import { meView, officeView } from './shared.ts';

const lineShown = 50;

/** The order in which this desk would call, by asking the ordering rule again and again; then those in cool-down. */
function lineOf(context: Context, floor: Floor, desk: Desk): Ticket[] {
  const now = context.now();
  const fieldIds = floor.counters.find(({ id }) => id === desk.counterId)?.fieldIds ?? [];
  let calling: CallingDesk = {
    desk,
    fields: new Set(fieldIds),
    normalCallsSincePriority: context.store.tickets.normalCallsSincePriority(desk.counterId, floor.day),
  };
  const policy = { oneOfEvery: floor.office.oneOfEvery };
  let rest = floor.waiting.filter((ticket) => isInTurn(ticket, calling, now));
  const line: Ticket[] = [];
  while (line.length < lineShown) {
    const next = nextInTurn(rest, calling, policy, now);
    if (next === null) break;
    line.push(next);
    rest = rest.filter((ticket) => ticket !== next);
    const normalCalls = next.priority === null ? calling.normalCallsSincePriority + 1 : 0;
    calling = { ...calling, normalCallsSincePriority: normalCalls };
  }
  const later = floor.waiting.filter(
    (ticket) =>
      calling.fields.has(ticket.fieldId) && mayServe(ticket.target, desk) && !isInTurn(ticket, calling, now),
  );
  return [...line, ...later].slice(0, lineShown);
}

type Listed = Omit<View<'officer'>['line'][number], 'misses' | 'notBefore'>;

const listed = (ticket: Ticket): Listed => ({
  id: ticket.id,
  number: ticket.number,
  fieldId: ticket.fieldId,
  issuedAt: ticket.issuedAt,
  priority: ticket.priority === null ? null : { code: ticket.priority, confirmed: ticket.priorityConfirmed },
  appointmentAt: ticket.appointmentAt,
  name: null,
});

function deskTicketView({ store }: Context, ticket: Ticket): NonNullable<View<'officer'>['desk']>['ticket'] {
  const { state, visitorId } = ticket;
  if (state.kind !== 'called' && state.kind !== 'serving') return null;
  const visitor = visitorId === null ? null : store.visitors.find(visitorId);
  return {
    ...listed(ticket),
    name: visitor?.name ?? store.appointments.nameOf(ticket.id),
    state: state.kind,
    since: ticket.since,
    announcements: state.kind === 'called' ? state.announcements : 0,
    misses: ticket.misses,
    legs: [...ticket.legs],
    servedMs: 0,
    notes: [],
    visitor: visitor && {
      name: visitor.name,
      registeredAt: visitor.registeredAt,
      visits: store.tickets.visits(visitor.id),
      past: [],
    },
  };
}

/** For an officer's console: the desk, its visitor and its line. Null if the officer is gone. */
export function officerView(context: Context, floor: Floor, officerId: OfficerId): View<'officer'> | null {
  const { store } = context;
  const me = store.officers.find(officerId);
  if (me === null) return null;
  const desk = store.desks.ofOfficer(officerId);
  const held = desk === null ? null : store.tickets.atCounter(desk.counterId);
  return {
    office: officeView(floor),
    me: { ...meView(me), mayPick: me.role !== 'officer' },
    opening: floor.opening,
    counters: floor.counters.map(({ id, number, name, fieldIds }) => ({
      id,
      number,
      name,
      fieldIds: [...fieldIds],
      officerName: floor.sitting.get(id) ?? null,
    })),
    desk:
      desk === null
        ? null
        : {
            counterId: desk.counterId,
            fieldIds: [...(floor.counters.find(({ id }) => id === desk.counterId)?.fieldIds ?? [])],
            onBreak: null,
            ticket: held === null ? null : deskTicketView(context, held),
            undo: null,
          },
    fields: [...floor.fieldViews],
    line: (desk === null ? [] : lineOf(context, floor, desk)).map((ticket) => ({
      ...listed(ticket),
      misses: ticket.misses,
      notBefore: ticket.state.kind === 'waiting' ? ticket.state.notBefore : null,
    })),
    procedures: [],
    priorityClasses: [],
    parked: [],
    missed: [],
    ended: [],
    elsewhere: [],
    colleagues: [],
    appointments: expectedAppointments(context, floor),
    missPolicy: floor.office.missPolicy,
  };
}
