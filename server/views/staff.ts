import type { View } from '../../shared/contract/views.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import { isInTurn, nextInTurn } from '../../shared/domain/queue.ts';
import type { CallingDesk } from '../../shared/domain/queue.ts';
import { mayServe } from '../../shared/domain/ticket.ts';
import type { Desk, Ticket } from '../../shared/domain/ticket.ts';
import type { Officer } from '../usecases/records.ts';
import type { Context } from '../usecases/ports.ts';
import type { Floor } from './shared.ts';
import { officeView } from './shared.ts';

const lineShown = 50;

const meView = ({ id, name, role }: Officer): View<'officer'>['me'] => ({ id, name, role });

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

function deskTicketView({ store }: Context, ticket: Ticket): NonNullable<View<'officer'>['desk']>['ticket'] {
  const { state, visitorId } = ticket;
  if (state.kind !== 'called' && state.kind !== 'serving') return null;
  const visitor = visitorId === null ? null : store.visitors.find(visitorId);
  return {
    id: ticket.id,
    number: ticket.number,
    fieldId: ticket.fieldId,
    state: state.kind,
    since: ticket.since,
    issuedAt: ticket.issuedAt,
    announcements: state.kind === 'called' ? state.announcements : 0,
    misses: ticket.misses,
    priority: ticket.priority,
    visitor: visitor && {
      name: visitor.name,
      registeredAt: visitor.registeredAt,
      visits: store.tickets.visits(visitor.id),
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
    me: meView(me),
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
        : { counterId: desk.counterId, ticket: held === null ? null : deskTicketView(context, held) },
    fields: [...floor.fieldViews],
    line: (desk === null ? [] : lineOf(context, floor, desk)).map((ticket) => ({
      id: ticket.id,
      number: ticket.number,
      fieldId: ticket.fieldId,
      issuedAt: ticket.issuedAt,
      priority: ticket.priority,
      misses: ticket.misses,
      notBefore: ticket.state.kind === 'waiting' ? ticket.state.notBefore : null,
    })),
    missPolicy: floor.office.missPolicy,
  };
}

/** For the manage screen. Null if the officer is gone. */
export function manageView(context: Context, floor: Floor, officerId: OfficerId): View<'manage'> | null {
  const { store } = context;
  const me = store.officers.find(officerId);
  if (me === null) return null;
  const numberOf = (counterId: number | null): number | null =>
    floor.counters.find(({ id }) => id === counterId)?.number ?? null;
  return {
    office: officeView(floor),
    me: meView(me),
    officers: store.officers.all().map((officer) => ({
      ...meView(officer),
      login: officer.login,
      hasPassword: officer.passwordHash !== null,
      counterNumber: numberOf(store.desks.ofOfficer(officer.id)?.counterId ?? null),
    })),
    counters: floor.counters.map(({ id, number, name }) => ({ id, number, name })),
    devices: store.devices.all().map(({ id, screen, name, counterId, pairedAt }) => ({
      id,
      screen,
      name,
      counterNumber: numberOf(counterId),
      pairedAt,
      connected: context.isConnected(id),
    })),
    enrolled: store.visitors.count(),
  };
}
