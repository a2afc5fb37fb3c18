import { businessDayOf, daysAfter, minuteOfDay } from './calendar.ts';
import type { BusinessDay, Millis } from './ids.ts';
import { momentOf } from './localTime.ts';
import type { Work } from './workingDays.ts';
import { searchedDays, spansOn, workingDayAfter, workingDayFrom, worksOn } from './workingDays.ts';

type InDays =
  /** By the end of the day; of what comes at `cutoffMinute` (since local midnight) or later, of the next working day. */
  | { readonly kind: 'sameDay'; readonly cutoffMinute: number }
  | { readonly kind: 'workingDays' | 'days'; readonly n: number };

/** How long an office may take over a dossier. `immediate`: while the visitor waits. */
export type Limit =
  InDays | { readonly kind: 'immediate' } | { readonly kind: 'workingHours'; readonly n: number };

const minuteMs = 60_000;

/** When the office closes on a day. */
const endOf = (work: Work, day: BusinessDay, timeZone: string): Millis =>
  momentOf(day, spansOn(work, day).at(-1)?.toMinute ?? 0, timeZone);

/** When the office closes on a day, ms; null if it does not work on it. */
export const closingOn = (work: Work, day: BusinessDay, timeZone: string): Millis | null =>
  worksOn(work, day) ? endOf(work, day, timeZone) : null;

/** The moment after so much work, counted in the office's hours only. */
function afterWork(work: Work, from: Millis, workMs: Millis, timeZone: string): Millis | null {
  const first = businessDayOf(from, timeZone);
  let left = workMs;
  for (let ahead = 0; ahead <= searchedDays; ahead++) {
    const day = daysAfter(first, ahead);
    for (const { fromMinute, toMinute } of spansOn(work, day)) {
      const begin = Math.max(from, momentOf(day, fromMinute, timeZone));
      const end = momentOf(day, toMinute, timeZone);
      if (end <= begin) continue;
      if (left <= end - begin) return begin + left;
      left -= end - begin;
    }
  }
  return null;
}

/**
 * When a dossier is due. The day it comes is not counted (Bộ luật Dân sự 2015, điều 147), a last day on which the office
 * does not work moves to the next on which it does (điều 148), and a limit in days ends when the office closes. What
 * comes after hours comes on the next working day.
 * @param receivedAt ms
 * @param work the office's hours, with its holidays; an office that never closes is taken to work Monday to Friday.
 * @param timeZone the office's IANA zone.
 * @returns ms; null if the office does not work for years on end.
 * @throws RangeError if the zone is unknown.
 */
export function dueAt(limit: Limit, receivedAt: Millis, work: Work, timeZone: string): Millis | null {
  if (limit.kind === 'immediate') return receivedAt;
  if (limit.kind === 'workingHours') return afterWork(work, receivedAt, limit.n * 60 * minuteMs, timeZone);
  const today = businessDayOf(receivedAt, timeZone);
  const isOver = worksOn(work, today) && receivedAt >= endOf(work, today, timeZone);
  const came = isOver ? workingDayAfter(work, today, 1) : workingDayFrom(work, today);
  if (came === null) return null;
  const last = lastDay(limit, came, came === today ? minuteOfDay(receivedAt, timeZone) : 0, work);
  return last && endOf(work, last, timeZone);
}

/** @param minute at which it came on the day, since local midnight. */
function lastDay(limit: InDays, came: BusinessDay, minute: number, work: Work): BusinessDay | null {
  switch (limit.kind) {
    case 'sameDay':
      return minute < limit.cutoffMinute ? came : workingDayAfter(work, came, 1);
    case 'workingDays':
      return workingDayAfter(work, came, limit.n);
    case 'days':
      return workingDayFrom(work, daysAfter(came, limit.n));
  }
}
