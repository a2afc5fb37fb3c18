import type { BusinessDay, Millis } from './ids.ts';
import { dayMs, shownAt } from './localTime.ts';

const dayOf = (shown: Millis): BusinessDay => new Date(shown).toISOString().slice(0, 10) as BusinessDay;

/**
 * The business day a moment falls on.
 * @param timeZone the office's IANA zone, whatever zone the server runs in.
 * @throws RangeError if the zone is unknown or `now` is no time.
 */
export const businessDayOf = (now: Millis, timeZone: string): BusinessDay => dayOf(shownAt(now, timeZone));

/** The date so many days after another. */
export const daysAfter = (day: BusinessDay, days: number): BusinessDay =>
  dayOf(Date.parse(day) + days * dayMs);

/** 0 is Monday. */
export const weekdayOf = (day: BusinessDay): number => (new Date(Date.parse(day)).getUTCDay() + 6) % 7;

/** Minutes since local midnight that clocks of the zone show at a moment, 0..1439. */
export const minuteOfDay = (now: Millis, timeZone: string): number =>
  Math.floor((shownAt(now, timeZone) % dayMs) / 60_000);
