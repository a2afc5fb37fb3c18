import type { DanBietNow, DanBietProcedures } from '../../shared/contract/danBiet.ts';
import type { WaitRange } from '../../shared/domain/estimate.ts';
import { daysAfter, minuteOfDay, weekdayOf } from '../../shared/domain/calendar.ts';
import type { Hours } from '../../shared/domain/hours.ts';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import type { DayLoad } from '../../shared/domain/load.ts';
import { loadByDay, quietestHours, usualOn } from '../../shared/domain/load.ts';
import type { DanBietStore } from '../usecases/danBiet.ts';
import type { Context } from '../usecases/ports.ts';
import type { Floor } from './shared.ts';
import { hoursView, officeView, readFloor } from './shared.ts';

/** What is usual is taken from so many days before today: eight of each weekday. */
const daysLookedAt = 56;
const quietestNamed = 3;
const daysRated = 90;
/** With fewer ratings somebody could tell what a neighbour said. */
const ratedAtLeast = 20;
/** Special days are shown this far ahead. */
const daysAhead = 30;
const minuteMs = 60_000;

type Past = {
  readonly day: BusinessDay;
  readonly timeZone: string;
  readonly days: ReadonlyMap<BusinessDay, DayLoad>;
  readonly satisfaction: DanBietNow['satisfaction'];
};

/** What there is to say of the days before today, by store: read once a day, since they are over. */
const known = new WeakMap<DanBietStore, Past>();

/**
 * Whole days only, and whole percents: a figure that moved with every answer would say what the last visitor thought.
 */
function satisfactionBefore({ danBiet }: Context['store'], day: BusinessDay): DanBietNow['satisfaction'] {
  const { rated, satisfied } = danBiet.ratings(daysAfter(day, -daysRated), daysAfter(day, -1));
  if (rated < ratedAtLeast) return null;
  return { days: daysRated, rated, percent: Math.round((satisfied / rated) * 100) };
}

function pastOf(store: Context['store'], day: BusinessDay, timeZone: string): Past {
  const past = known.get(store.danBiet);
  if (past?.day === day && past.timeZone === timeZone) return past;
  const taken = store.danBiet.taken(daysAfter(day, -daysLookedAt), daysAfter(day, -1));
  const read: Past = {
    day,
    timeZone,
    days: loadByDay(taken, timeZone),
    satisfaction: satisfactionBefore(store, day),
  };
  known.set(store.danBiet, read);
  return read;
}

/** Hours of a day, from the first to the last in which the office is open or anybody came or usually comes. */
function shownHours(hours: Hours, day: BusinessDay, loads: readonly (DayLoad | null)[]): number[] {
  const spans =
    hours.specialDays.find((special) => special.day === day)?.spans ?? hours.week?.[weekdayOf(day)] ?? [];
  const found = [
    ...spans.flatMap(({ fromMinute, toMinute }) => [
      Math.floor(fromMinute / 60),
      Math.ceil(toMinute / 60) - 1,
    ]),
    ...loads.flatMap((load) => (load ?? []).flatMap((count, hour) => (count >= 0.5 ? [hour] : []))),
  ];
  if (found.length === 0) return [];
  const [first, last] = [Math.min(...found), Math.max(...found)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function loadView(context: Context, { day }: Floor, past: Past): DanBietNow['load'] {
  const { store, now } = context;
  const { timeZone, days } = past;
  const today = loadByDay(store.danBiet.taken(day, day), timeZone).get(day) ?? null;
  const weekday = weekdayOf(day);
  const usual = usualOn(days, weekday);
  return {
    weekday,
    hour: Math.min(23, Math.floor(minuteOfDay(now(), timeZone) / 60)),
    hours: shownHours(store.office.hours(), day, [today, usual]).map((hour) => ({
      hour,
      taken: today?.[hour] ?? 0,
      usual: usual && Math.round(usual[hour] ?? 0),
    })),
  };
}

/** To the minute, so that the same answer stays the same while nothing has changed that a reader could see. */
const toTheMinute = (wait: WaitRange | null): WaitRange | null =>
  wait && {
    p50Ms: Math.round(wait.p50Ms / minuteMs) * minuteMs,
    p90Ms: Math.round(wait.p90Ms / minuteMs) * minuteMs,
  };

/** How the office is now, for anybody: counts, and nothing of any visitor or officer. */
export function danBietNowView(context: Context): DanBietNow {
  const floor = readFloor(context);
  const { timeZone } = floor.office;
  const past = pastOf(context.store, floor.day, timeZone);
  const { week, specialDays } = hoursView(context);
  const until = daysAfter(floor.day, daysAhead);
  return {
    office: officeView(floor),
    opening: floor.opening,
    today: floor.day,
    hours: { week, specialDays: specialDays.filter(({ day }) => day >= floor.day && day <= until) },
    fields: floor.fieldViews.map(({ id, name, colour, waiting, wait }) => ({
      id,
      name,
      colour,
      waiting,
      wait: toTheMinute(wait),
    })),
    load: loadView(context, floor, past),
    quietest: [...quietestHours(past.days, context.store.office.hours(), quietestNamed)],
    satisfaction: past.satisfaction,
  };
}

/** What visitors are told that the office does, by field in its order; fields without any are left out. */
export function danBietProceduresView({ store }: Context): DanBietProcedures {
  const shown = store.office.procedures().filter((procedure) => procedure.shown);
  const procedures = Map.groupBy(shown, ({ fieldId }) => fieldId);
  return {
    fields: store.office.fields().flatMap(({ id, name }) => {
      const own = procedures.get(id) ?? [];
      if (own.length === 0) return [];
      return {
        id,
        name,
        procedures: own.map((procedure) => ({
          key: procedure.key,
          name: procedure.name,
          limit: procedure.limit,
          fee: procedure.fee === '' ? null : procedure.fee,
          papers: [...procedure.papers],
        })),
      };
    }),
  };
}
