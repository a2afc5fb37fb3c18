import type { View } from '../../shared/contract/views.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { BusinessDay, FieldId } from '../../shared/domain/ids.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Waits } from '../usecases/expectedWaits.ts';
import { waitsToShow } from '../usecases/expectedWaits.ts';
import { openingNow } from '../usecases/opening.ts';
import type { Context } from '../usecases/ports.ts';
import type { Call, Counter, Field, Office, Officer, Seat } from '../usecases/records.ts';
import type { ConsoleFloor } from './consoleFloor.ts';
import { readConsoles } from './consoleFloor.ts';
import { floorView } from './floor.ts';

/** A call, and whether it is the ticket's last: one more that nobody answers, and it counts as missed. */
type FloorCall = Call & { readonly last: boolean };

/** What several views are made of, read once for each commit. */
export type Floor = {
  readonly office: Office;
  readonly day: BusinessDay;
  readonly opening: View<'kiosk'>['opening'];
  readonly fields: readonly Field[];
  readonly fieldViews: readonly View<'wall'>['fields'][number][];
  readonly counters: readonly Counter[];
  readonly waiting: readonly Ticket[];
  /** One play of the day for all views. */
  readonly waits: Waits;
  readonly calls: readonly FloorCall[];
  readonly seats: readonly Seat[];
  /** What all consoles show; read when the first is made. */
  readonly consoles: () => ConsoleFloor;
  /** What all managers watch; made for the first. */
  readonly live: () => View<'manage'>['floor'];
};

/** Reads the present state of the floor. */
export function readFloor(context: Context): Floor {
  const { store } = context;
  const office = store.office.office();
  const day = businessDayOf(context.now(), office.timeZone);
  const fields = store.office.fields();
  const waiting = store.tickets.waiting(day);
  const waits = waitsToShow(context);
  const count = (fieldId: FieldId): number => waiting.filter((ticket) => ticket.fieldId === fieldId).length;
  const counters = store.office.counters();
  const seats = store.desks.all();
  let consoles: ConsoleFloor | null = null;
  let live: View<'manage'>['floor'] | null = null;
  const floor: Floor = {
    office,
    day,
    opening: openingNow(context),
    fields,
    fieldViews: fields.map(({ id, prefix, name, icon, colour }) => ({
      id,
      prefix,
      name,
      icon,
      colour,
      waiting: count(id),
      wait: waits.ofField(id),
    })),
    counters,
    waiting,
    waits,
    calls: store.tickets.openCalls().map((call) => ({
      ...call,
      last: call.state === 'called' && call.misses + 1 >= office.missPolicy.maxCalls,
    })),
    seats,
    consoles: () => (consoles ??= readConsoles(context, { day, counters, seats })),
    live: () => (live ??= floorView(context, floor)),
  };
  return floor;
}

export const officeView = ({ office }: Floor): View<'wall'>['office'] => ({
  name: office.name,
  timeZone: office.timeZone,
});

/** A call as public screens show it: without the ids they need not know. */
export const publicCall = ({
  ticketId: _ticketId,
  counterId: _counterId,
  misses: _misses,
  ...call
}: FloorCall): View<'wall'>['calls'][number] => call;

export const meView = ({ id, name, role }: Officer): View<'manage'>['me'] => ({ id, name, role });

/** When the office gives numbers, as staff's screens have it. */
export function hoursView({ store }: Context): View<'manage'>['hours'] {
  const { week, specialDays, lastTicketMs } = store.office.hours();
  return {
    week: week && week.map((spans) => [...spans]),
    specialDays: specialDays.map(({ spans, ...special }) => ({ ...special, spans: [...spans] })),
    lastTicketMs,
  };
}
