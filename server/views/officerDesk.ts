import type { View } from '../../shared/contract/views.ts';
import type { CallingDesk } from '../../shared/domain/queue.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { namedDossier } from '../usecases/dossierFacts.ts';
import type { Context } from '../usecases/ports.ts';
import { undoMs } from '../usecases/serveTicketFinish.ts';
import type { ConsoleFloor } from './consoleFloor.ts';
import { listed } from './officerLists.ts';

type DeskView = NonNullable<View<'officer'>['desk']>;

const visitsShown = 5;
const dossiersShown = 10;

/** The visitor as far as the office knows them; null for whom no face was recognised. */
function visitorView({ store }: Context, floor: ConsoleFloor, ticket: Ticket) {
  const visitor = ticket.visitorId === null ? null : store.visitors.find(ticket.visitorId);
  if (visitor === null) return null;
  return {
    name: visitor.name,
    registeredAt: visitor.registeredAt,
    visits: store.tickets.visits(visitor.id),
    dossiers: store.dossiers
      .ofVisitor(visitor.id, dossiersShown)
      .map((dossier) => namedDossier(dossier, (key) => floor.procedureNames.get(key))),
    past: store.tickets.visitsBefore(visitor.id, ticket.id, visitsShown).map((visit) => ({
      ...visit,
      // One that is no longer in the catalogue is still told, by its key.
      procedures: visit.procedures.map((key) => floor.procedureNames.get(key) ?? { vi: key, en: key }),
    })),
  };
}

function ticketView(context: Context, floor: ConsoleFloor, ticket: Ticket): DeskView['ticket'] {
  const { state } = ticket;
  if (state.kind !== 'called' && state.kind !== 'serving') return null;
  const { store } = context;
  return {
    ...listed(ticket, floor.nameOf(ticket)),
    state: state.kind,
    since: ticket.since,
    announcements: state.kind === 'called' ? state.announcements : 0,
    misses: ticket.misses,
    legs: [...ticket.legs],
    servedMs: store.tickets.servedMs(ticket.id),
    notes: [...store.notes.of(ticket.id)],
    visitor: visitorView(context, floor, ticket),
  };
}

/** The last service of this desk, while nothing has come of the ticket since. */
function undoView({ store }: Context, { undoable }: ConsoleFloor, { desk }: CallingDesk): DeskView['undo'] {
  const last = undoable.findLast(
    (service) => service.desk.counterId === desk.counterId && service.desk.officerId === desk.officerId,
  );
  if (last === undefined || store.tickets.find(last.ticketId)?.since !== last.finishedAt) return null;
  return { ticketId: last.ticketId, number: last.number, until: last.finishedAt + undoMs };
}

/** The desk an officer works at, with whoever is there. */
export function deskView(context: Context, floor: ConsoleFloor, calling: CallingDesk): DeskView {
  const { counterId, officerId } = calling.desk;
  const held = floor.open.find(
    ({ state }) =>
      (state.kind === 'called' || state.kind === 'serving') && state.desk.counterId === counterId,
  );
  return {
    counterId,
    fieldIds: [...calling.fields.keys()],
    onBreak: floor.seatOf.get(officerId)?.onBreak ?? null,
    ticket: held === undefined ? null : ticketView(context, floor, held),
    undo: held === undefined ? undoView(context, floor, calling) : null,
  };
}
