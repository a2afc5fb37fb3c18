import { businessDayOf, daysAfter } from '../../../shared/domain/calendar.ts';
import type { Millis } from '../../../shared/domain/ids.ts';
import { stretchesOn } from './plan.ts';
import type { Profile } from './profile.ts';

/**
 * A moment at which the office works, at this share (0 to 1) of its working time between two moments; null if it does
 * not work between them.
 */
export function workMoment(profile: Profile, from: Millis, to: Millis, share: number): Millis | null {
  const last = businessDayOf(to, profile.timeZone);
  const stretches: { readonly begin: Millis; readonly end: Millis }[] = [];
  for (let day = businessDayOf(from, profile.timeZone); day <= last; day = daysAfter(day, 1))
    for (const stretch of stretchesOn(profile, day)) {
      const [begin, end] = [Math.max(stretch.from, from), Math.min(stretch.to, to)];
      if (begin < end) stretches.push({ begin, end });
    }
  let left = share * stretches.reduce((sum, { begin, end }) => sum + end - begin, 0);
  for (const { begin, end } of stretches) {
    if (left <= end - begin) return Math.round(begin + left);
    left -= end - begin;
  }
  return null;
}
