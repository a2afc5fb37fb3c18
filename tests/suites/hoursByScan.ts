import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import type { Hours } from '../../shared/domain/hours.ts';
import { minuteOf } from '../../shared/domain/timeOfDay.ts';

const minuteMs = 60_000;

/** One minute as the clock on the office's wall showed it. */
type Minute = {
  readonly at: Millis;
  readonly day: string;
  /** The latest time of the day the clock has shown so far, minutes since midnight. */
  readonly reached: number;
};

/**
 * Looks at the clock of a zone every minute, for so many times 24 hours.
 * @param from the beginning of a day.
 */
export function watchClock(from: Millis, days: number, timeZone: string): readonly Minute[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const seen: Minute[] = [];
  for (let at = from; at < from + days * 1440 * minuteMs; at += minuteMs) {
    const [day = '', time = ''] = clock.format(at).split(' ');
    const before = seen.at(-1);
    const shown = minuteOf(time);
    seen.push({ at, day, reached: before?.day === day ? Math.max(before.reached, shown) : shown });
  }
  return seen;
}

/**
 * Whether numbers are given, minute by minute, by doing what somebody would who watched the clock with the list of
 * hours in hand. Slow and plain: what the real reckoning is compared with. Of a last day that was not watched to its
 * end it may be wrong.
 */
export function scanHours(hours: Hours, seen: readonly Minute[]): readonly boolean[] {
  const spansOn = (day: string) =>
    hours.specialDays.find((special) => special.day === (day as BusinessDay))?.spans ??
    hours.week?.[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ??
    [];
  /** When the last span of each day ends. */
  const ends = new Map<string, Millis>();
  for (const { at, day, reached } of seen) {
    const end = spansOn(day).at(-1)?.toMinute ?? 0;
    // The minute after the last one before the end.
    if (reached < end || !ends.has(day)) ends.set(day, reached < end ? at + minuteMs : at);
  }
  return seen.map(
    ({ at, day, reached }) =>
      spansOn(day).some(({ fromMinute, toMinute }) => fromMinute <= reached && reached < toMinute) &&
      at < (ends.get(day) ?? 0) - hours.lastTicketMs,
  );
}
