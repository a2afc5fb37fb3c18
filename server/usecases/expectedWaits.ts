import { businessDayOf } from '../../shared/domain/calendar.ts';
import { learnArrivals } from '../../shared/domain/estimate/arrivals.ts';
import type { CallRecord } from '../../shared/domain/estimate/calls.ts';
import { servicesToday, tallyHabits, tallyServices } from '../../shared/domain/estimate/calls.ts';
import type { End, Help } from '../../shared/domain/estimate/ends.ts';
import { endOf } from '../../shared/domain/estimate/ends.ts';
import { learnHabits } from '../../shared/domain/estimate/habits.ts';
import { learnServices } from '../../shared/domain/estimate/services.ts';
import type { OfficeNow } from '../../shared/domain/estimate/state.ts';
import type { Usual } from '../../shared/domain/estimate/usual.ts';
import { usualCall, usualService } from '../../shared/domain/estimate/usual.ts';
import type { Outlook, WaitRange } from '../../shared/domain/estimate.ts';
import { rangeOf, rollOut } from '../../shared/domain/estimate.ts';
import { pausesOn } from '../../shared/domain/hours.ts';
import type {
  BusinessDay,
  CounterId,
  FieldId,
  Millis,
  OfficerId,
  TicketId,
} from '../../shared/domain/ids.ts';
import { desksNow } from './desksNow.ts';
import { helpNow } from './helpNow.ts';
import type { Context } from './ports.ts';
import type { Store } from './store.ts';

/** So many days are learned from. */
const daysLearned = 28;
const hour = 3600_000;
const appointmentsAtMost = 500;
/** Always the same draws, so that a figure on a wall changes because the office did, not by chance. */
const seed = 1;

type Past = Pick<OfficeNow, 'habits'> & {
  readonly day: BusinessDay;
  readonly services: ReturnType<typeof tallyServices>;
  readonly arrivals: ReturnType<Store['waits']['priorityArrivalsBefore']>;
};

/** What was learned of the days before today, by store. Those days are over: nothing about them changes any more. */
const learned = new WeakMap<Store['waits'], Past>();

function pastOf(waits: Store['waits'], day: BusinessDay): Past {
  const known = learned.get(waits);
  if (known?.day === day) return known;
  const calls = waits.callsBefore(day, daysLearned);
  const past: Past = {
    day,
    services: tallyServices(calls),
    habits: learnHabits(tallyHabits(calls)),
    arrivals: waits.priorityArrivalsBefore(day, daysLearned),
  };
  learned.set(waits, past);
  return past;
}

/** The office as the day is played on from it, and the calls of today. */
type Present = { readonly office: OfficeNow; readonly today: readonly CallRecord[] };

function presentOf(context: Context): Present {
  const { store } = context;
  const now = context.now();
  const office = store.office.office();
  const day = businessDayOf(now, office.timeZone);
  const fields = store.office.fields();
  const past = pastOf(store.waits, day);
  const today = store.waits.callsOn(day);
  const hours = store.office.hours();
  const pauses = hours.week === null ? [] : pausesOn(hours, day, office.timeZone);
  const priors = new Map(fields.map(({ id, serviceMs }) => [id, serviceMs]));
  const present: OfficeNow = {
    now,
    desks: desksNow(context, day, today, pauses),
    waiting: store.tickets.waiting(day),
    fields: fields.map(({ id }) => id),
    services: learnServices(priors, past.services, servicesToday(today), now),
    habits: past.habits,
    arrivals: learnArrivals(past.arrivals.tallies, Math.max(1, past.arrivals.days), (now / hour) % 24),
    // Who is late already may not come at all.
    appointments: store.appointments.expected(day, appointmentsAtMost).filter(({ at }) => at > now),
    oneOfEvery: office.oneOfEvery,
    missPolicy: office.missPolicy,
  };
  return { office: present, today };
}

/** What to expect of everybody, in one play of the day that is made when it is first asked for. */
export type Waits = {
  /** Of somebody who takes a number of the field now; null if no counter serves it. */
  readonly ofField: (fieldId: FieldId, hasPriority?: boolean) => WaitRange | null;
  /** Of a waiting ticket until its next call; null if it does not wait or no counter may call it. */
  readonly ofTicket: (ticketId: TicketId) => WaitRange | null;
  /** When the last of those there now is through, of some fields together; null if nobody is there. */
  readonly endOf: (fieldIds: readonly FieldId[]) => End | null;
  /** What would let the field end before closing. */
  readonly help: (fieldId: FieldId, closesAt: Millis) => Help;
  readonly usualService: (fieldId: FieldId, officerId: OfficerId) => Usual | null;
  readonly usualCall: () => Usual;
  /** Services that were finished at a counter today. */
  readonly servedToday: (counterId: CounterId) => number;
};

/** What screens were shown last, by store. */
const shown = new WeakMap<Store['waits'], { readonly at: Millis; readonly waits: Waits }>();
/** So long it holds for newcomers. */
const shownMs = 1_000;

/** What to expect from the present state of the office, for screens to show. */
export function waitsToShow(context: Context): Waits {
  const waits = waitsNow(context);
  shown.set(context.store.waits, { at: context.now(), waits });
  return waits;
}

/**
 * What to expect as screens show it just now, or from the present state if they show nothing. The day is not played on
 * anew for each of those who come in one moment; nor is anybody told on paper what the screen did not say.
 */
export function waitsAsShown(context: Context): Waits {
  const last = shown.get(context.store.waits);
  const age = last === undefined ? -1 : context.now() - last.at;
  return last !== undefined && age >= 0 && age < shownMs ? last.waits : waitsNow(context);
}

/** What to expect from the present state of the office. */
export function waitsNow(context: Context): Waits {
  let read: Present | null = null;
  let made: Outlook | null = null;
  const present = (): Present => (read ??= presentOf(context));
  const outlook = (): Outlook => (made ??= rollOut(present().office, seed));
  return {
    ofField: (fieldId, hasPriority = false) => {
      const newcomer = outlook().newcomers.get(fieldId);
      return newcomer === undefined ? null : rangeOf(hasPriority ? newcomer.priority : newcomer.normal);
    },
    ofTicket: (ticketId) => {
      const wait = outlook().waits.get(ticketId);
      return wait === undefined ? null : rangeOf(wait);
    },
    endOf: (fieldIds) => {
      const { ends } = outlook();
      const end = endOf(fieldIds.flatMap((fieldId) => ends.get(fieldId) ?? []));
      return end.p90Ms === 0 ? null : end;
    },
    help: (fieldId, closesAt) => helpNow(context, present().office, { fieldId, closesAt, seed }),
    usualService: (fieldId, officerId) => usualService(present().office, fieldId, officerId),
    usualCall: () => usualCall(present().office),
    servedToday: (id) =>
      present().today.filter(({ counterId, servedUntil }) => counterId === id && servedUntil !== null).length,
  };
}
