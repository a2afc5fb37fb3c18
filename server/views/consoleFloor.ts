import type { View } from '../../shared/contract/views.ts';
import type { BusinessDay, CounterId, FieldId, OfficerId } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Context } from '../usecases/ports.ts';
import type { StoredService } from '../usecases/queueStore.ts';
import type { Bilingual, Counter, Officer, Procedure, Seat } from '../usecases/records.ts';
import { undoMs } from '../usecases/serveTicketFinish.ts';

const endedShown = 30;

/** What consoles are made of, read once for each commit however many there are. */
export type ConsoleFloor = {
  /** Tickets that have not ended, by place in line. */
  readonly open: readonly Ticket[];
  /** The newest of a field first. */
  readonly ended: (fieldId: FieldId) => readonly Ticket[];
  readonly officers: ReadonlyMap<OfficerId, Officer>;
  readonly counterNumbers: ReadonlyMap<CounterId, number>;
  readonly seatOf: ReadonlyMap<OfficerId, Seat>;
  readonly counters: View<'officer'>['counters'];
  readonly procedures: readonly Procedure[];
  readonly procedureNames: ReadonlyMap<string, Bilingual>;
  readonly priorityClasses: View<'officer'>['priorityClasses'];
  readonly texts: View<'officer'>['texts'];
  readonly printersInTrouble: View<'officer'>['printersInTrouble'];
  /** What was finished so lately that it can be taken back, oldest first. */
  readonly undoable: readonly (StoredService & { readonly number: string })[];
  readonly isOnline: (officerId: OfficerId) => boolean;
  /** Of a recognised visitor, or of the appointment that the ticket came from. */
  readonly nameOf: (ticket: Ticket) => string | null;
};

/** Each question is asked once. */
function remembered<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (known.has(key)) return known.get(key) as V;
    const value = answer(key);
    known.set(key, value);
    return value;
  };
}

/** A counter as staff see it. */
export const staffCounter = ({
  id,
  number,
  name,
  fieldIds,
}: Counter): View<'manage'>['counters'][number] => ({
  id,
  number,
  name,
  fieldIds: [...fieldIds],
});

function countersView(counters: readonly Counter[], seats: readonly Seat[]): View<'officer'>['counters'] {
  const names = new Map(seats.map((seat) => [seat.counterId, seat.officerName]));
  return counters.map((counter) => ({
    ...staffCounter(counter),
    officerName: names.get(counter.id) ?? null,
  }));
}

function printersInTrouble({ store, printers }: Context): View<'officer'>['printersInTrouble'] {
  const names = new Map(store.devices.all().map(({ id, name }) => [id, name]));
  return [...store.printers.all().keys()].flatMap((id) => {
    const state = printers.stateOf(id);
    return state === null || state === 'ready' ? [] : [{ kiosk: names.get(id) ?? null, fault: state }];
  });
}

/** Reads what all consoles share. */
export function readConsoles(
  context: Context,
  floor: {
    readonly day: BusinessDay;
    readonly counters: readonly Counter[];
    readonly seats: readonly Seat[];
  },
): ConsoleFloor {
  const { store, now, isOnline } = context;
  const { day, counters, seats } = floor;
  const procedures = store.office.procedures();
  const { ticketHead, ticketFoot } = store.texts.all();
  const visitorName = remembered(
    (id: NonNullable<Ticket['visitorId']>) => store.visitors.find(id)?.name ?? null,
  );
  const appointed = new Map(
    store.appointments.ofDay(day).flatMap(({ ticket, name }) => (ticket === null ? [] : [[ticket.id, name]])),
  );
  return {
    open: store.tickets.open(day),
    ended: remembered((fieldId: FieldId) => store.tickets.ended(fieldId, day, endedShown)),
    officers: new Map(store.officers.all().map((officer) => [officer.id, officer])),
    counterNumbers: new Map(counters.map(({ id, number }) => [id, number])),
    seatOf: new Map(seats.map((seat) => [seat.officerId, seat])),
    counters: countersView(counters, seats),
    procedures,
    procedureNames: new Map(store.office.everyProcedure().map(({ key, name }) => [key, name])),
    priorityClasses: store.office.priorityClasses().map(({ code, name }) => ({ code, name })),
    texts: { ticketHead, ticketFoot },
    printersInTrouble: printersInTrouble(context),
    undoable: store.services.since(now() - undoMs),
    isOnline: remembered(isOnline),
    nameOf: ({ id, visitorId }) =>
      (visitorId === null ? null : visitorName(visitorId)) ?? appointed.get(id) ?? null,
  };
}
