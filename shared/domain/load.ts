import { weekdayOf } from './calendar.ts';
import type { Hours } from './hours.ts';
import type { BusinessDay } from './ids.ts';
import { momentOf } from './localTime.ts';

/** How many numbers were taken on a day in one quarter of an hour; `quarter` counts quarters since 1970. */
export type Taken = { readonly day: BusinessDay; readonly quarter: number; readonly count: number };

/** How many numbers were taken in each of the 24 hours of a day. */
export type DayLoad = readonly number[];

/** Every offset of a time zone is a multiple of it, so that a quarter lies in one hour of the office's clocks. */
export const quarterMs = 15 * 60_000;
const hourMs = 60 * 60_000;
/** A weekday says something from this many of them on. */
const daysAtLeast = 3;

/** Numbers by the hours that the office's clocks show, of the days that had any. */
export function loadByDay(taken: readonly Taken[], timeZone: string): ReadonlyMap<BusinessDay, DayLoad> {
  const days = new Map<BusinessDay, number[]>();
  for (const [day, quarters] of Map.groupBy(taken, (one) => one.day)) {
    const midnight = momentOf(day, 0, timeZone);
    const hours = Array.from({ length: 24 }, () => 0);
    for (const { quarter, count } of quarters) {
      // On the day on which clocks change, the hours since its midnight.
      const hour = Math.min(23, Math.max(0, Math.floor((quarter * quarterMs - midnight) / hourMs)));
      hours[hour] = (hours[hour] ?? 0) + count;
    }
    days.set(day, hours);
  }
  return days;
}

/**
 * What a weekday is usually like: the mean number of each hour over the days of that weekday that had visitors.
 * @param weekday 0 is Monday.
 * @returns null while there are fewer than three of them.
 */
export function usualOn(days: ReadonlyMap<BusinessDay, DayLoad>, weekday: number): DayLoad | null {
  const same = [...days].filter(([day]) => weekdayOf(day) === weekday).map(([, load]) => load);
  if (same.length < daysAtLeast) return null;
  return Array.from(
    { length: 24 },
    (_, hour) => same.reduce((sum, load) => sum + (load[hour] ?? 0), 0) / same.length,
  );
}

/** Whether numbers are given through a whole hour of a weekday. */
function isOpenThrough({ week, lastTicketMs }: Hours, weekday: number, hour: number): boolean {
  const spans = week?.[weekday] ?? [];
  const last = (spans.at(-1)?.toMinute ?? 0) - lastTicketMs / 60_000;
  return spans.some(
    ({ fromMinute, toMinute }) => fromMinute <= hour * 60 && Math.min(toMinute, last) >= (hour + 1) * 60,
  );
}

/**
 * When the office is usually emptiest: hours that are open from end to end, at most one of each weekday. An office that
 * never closes is judged by the hours in which there usually is anybody.
 * @param most how many to name.
 */
export function quietestHours(
  days: ReadonlyMap<BusinessDay, DayLoad>,
  hours: Hours,
  most: number,
): readonly { readonly weekday: number; readonly hour: number }[] {
  const ofDays = Array.from({ length: 7 }, (_, weekday) => {
    const cells = (usualOn(days, weekday) ?? []).map((count, hour) => ({ weekday, hour, count }));
    return cells
      .filter(({ hour, count }) => (hours.week === null ? count >= 1 : isOpenThrough(hours, weekday, hour)))
      .reduce<(typeof cells)[number] | null>(
        (least, cell) => (least === null || cell.count < least.count ? cell : least),
        null,
      );
  });
  return ofDays
    .filter((cell) => cell !== null)
    .toSorted((one, other) => one.count - other.count)
    .slice(0, most)
    .map(({ weekday, hour }) => ({ weekday, hour }));
}
