import { daysAfter, weekdayOf } from './calendar.ts';
import type { Hours, Span } from './hours.ts';
import type { BusinessDay } from './ids.ts';

/** Days on which an office works: by its hours and its special days. */

/** Days looked through for a working one; no office is closed for longer, and no limit is. */
export const searchedDays = 1_500;

const officeDay: readonly Span[] = [
  { fromMinute: 480, toMinute: 690 },
  { fromMinute: 810, toMinute: 1_020 },
];
/** Of an office that gives numbers at all times and so has told no hours: Monday to Friday, 8–11:30 and 13:30–17:00. */
const usualWeek: NonNullable<Hours['week']> = [officeDay, officeDay, officeDay, officeDay, officeDay, [], []];

export type Work = Pick<Hours, 'week' | 'specialDays'>;

/** When the office works on a day; none: it does not. */
export const spansOn = ({ week, specialDays }: Work, day: BusinessDay): readonly Span[] =>
  specialDays.find((special) => special.day === day)?.spans ?? (week ?? usualWeek)[weekdayOf(day)] ?? [];

/** Whether the office works on a day. */
export const worksOn = (work: Work, day: BusinessDay): boolean => spansOn(work, day).length > 0;

/** The `n`th working day after a day, which does not count itself; null if the office does not work so long. */
export function workingDayAfter(work: Work, day: BusinessDay, n: number): BusinessDay | null {
  let left = n;
  for (let ahead = 1; ahead <= searchedDays; ahead++) {
    const next = daysAfter(day, ahead);
    if (worksOn(work, next) && --left === 0) return next;
  }
  return null;
}

/** The day itself if the office works on it, else the next on which it does. */
export const workingDayFrom = (work: Work, day: BusinessDay): BusinessDay | null =>
  worksOn(work, day) ? day : workingDayAfter(work, day, 1);
