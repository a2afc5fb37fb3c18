import type { Language } from '../../contract/schemas.ts';
import type { Limit } from '../../domain/dueDate.ts';
import { fold } from '../../domain/fold.ts';
import type { Words } from '../language.ts';
import { fill } from '../language.ts';

const words: Words<Limit['kind'] | 'sameDayBefore'> = {
  vi: {
    immediate: 'Giải quyết ngay',
    sameDay: 'Trong ngày',
    sameDayBefore: 'Trong ngày, nhận trước {time}',
    workingDays: '{n} ngày làm việc',
    workingHours: '{n} giờ làm việc',
    days: '{n} ngày',
  },
  en: {
    immediate: 'At once',
    sameDay: 'The same day',
    sameDayBefore: 'The same day, if received before {time}',
    workingDays: '{n} working days',
    workingHours: '{n} working hours',
    days: '{n} days',
  },
};
const midnight = 1440;
const two = (n: number): string => String(n).padStart(2, '0');

/** How long a procedure may take, in words; nothing where nobody knows. */
export function sayLimit(limit: Limit | null, language: Language): string {
  const said = words[language];
  if (limit === null) return '';
  if (limit.kind === 'immediate') return said.immediate;
  if (limit.kind !== 'sameDay') return fill(said[limit.kind], { n: limit.n });
  const { cutoffMinute: minute } = limit;
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return minute >= midnight ? said.sameDay : fill(said.sameDayBefore, { time });
}

const counted = [
  [/^(\d{1,4}) (ngay lam viec|working days?)$/u, 'workingDays'],
  [/^(\d{1,4}) (gio lam viec|working hours?)$/u, 'workingHours'],
  [/^(\d{1,4}) (ngay|days?)$/u, 'days'],
] as const;
const most = 1000;

/**
 * What `sayLimit` said, or what people write like it, in either language and without marks.
 * @returns null for an empty text: nobody knows; undefined if it says no such thing.
 */
export function readLimit(text: string): Limit | null | undefined {
  const said = fold(text);
  if (said === '') return null;
  if (['giai quyet ngay', 'tra ngay', 'ngay', 'at once'].includes(said)) return { kind: 'immediate' };
  const sameDay =
    /^(?:trong ngay|the same day)(?:,? (?:nhan truoc|truoc|if received before) (\d{1,2})[:h](\d{2}))?$/u;
  const [whole, hour, minute] = sameDay.exec(said) ?? [];
  if (whole !== undefined) {
    const cutoffMinute = hour === undefined ? midnight : Number(hour) * 60 + Number(minute);
    return cutoffMinute <= midnight && Number(minute ?? 0) < 60
      ? { kind: 'sameDay', cutoffMinute }
      : undefined;
  }
  for (const [pattern, kind] of counted) {
    const n = Number(pattern.exec(said)?.[1] ?? Number.NaN);
    if (n <= most) return { kind, n };
  }
  return undefined;
}
