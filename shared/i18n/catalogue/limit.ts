import type { Limit } from '../../domain/dueDate.ts';
import { fold } from '../../domain/fold.ts';
import { endOfDay } from '../../domain/timeOfDay.ts';

const counted = [
  [/^(\d{1,4}) (ngay lam viec|working days?)$/u, 'workingDays'],
  [/^(\d{1,4}) (gio lam viec|working hours?)$/u, 'workingHours'],
  [/^(\d{1,4}) (ngay|days?)$/u, 'days'],
] as const;
const most = 1000;

/**
 * What `writeLimit` wrote, or what people write like it, in either language and without marks.
 * @returns null for an empty text: nobody knows; undefined if it says no such thing.
 */
export function readLimit(text: string): Limit | null | undefined {
  const said = fold(text);
  if (said === '') return null;
  if (['giai quyet ngay', 'tra ngay', 'ngay', 'at once', 'while you wait'].includes(said))
    return { kind: 'immediate' };
  const sameDay =
    /^(?:trong ngay|(?:on )?the same day)(?:,? (?:nhan truoc|truoc|if received before) (\d{1,2})[:h](\d{2}))?$/u;
  const [whole, hour, minute] = sameDay.exec(said) ?? [];
  if (whole !== undefined) {
    const cutoffMinute = hour === undefined ? endOfDay : Number(hour) * 60 + Number(minute);
    return cutoffMinute <= endOfDay && Number(minute ?? 0) < 60
      ? { kind: 'sameDay', cutoffMinute }
      : undefined;
  }
  for (const [pattern, kind] of counted) {
    const n = Number(pattern.exec(said)?.[1] ?? Number.NaN);
    if (n <= most) return { kind, n };
  }
  return undefined;
}
