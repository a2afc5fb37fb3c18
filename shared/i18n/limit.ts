import type { Language } from '../contract/schemas.ts';
import type { Limit } from '../domain/dueDate.ts';
import type { Words } from './language.ts';
import { fill } from './language.ts';

const words: Words<'immediate' | 'sameDay' | 'wholeDay' | 'workingDays' | 'workingHours' | 'days' | 'many'> =
  {
    vi: {
      immediate: 'Giải quyết ngay',
      wholeDay: 'Trong ngày',
      sameDay: 'Trong ngày; nhận từ {time} thì trả ngày làm việc tiếp theo',
      workingDays: '{n} ngày làm việc',
      workingHours: '{n} giờ làm việc',
      days: '{n} ngày',
      many: '',
    },
    en: {
      immediate: 'While you wait',
      wholeDay: 'On the same day',
      sameDay: 'On the same day; from {time} on, the next working day',
      workingDays: '{n} working day{many}',
      workingHours: '{n} working hour{many}',
      days: '{n} day{many}',
      many: 's',
    },
  };

const minutesOfDay = 24 * 60;

/** How long a procedure may take, in words: `3 ngày làm việc`. */
export function sayLimit(limit: Limit, language: Language): string {
  const say = words[language];
  if (limit.kind === 'immediate') return say.immediate;
  if (limit.kind !== 'sameDay')
    return fill(say[limit.kind], { n: limit.n, many: limit.n === 1 ? '' : say.many });
  if (limit.cutoffMinute >= minutesOfDay) return say.wholeDay;
  const [hour, minute] = [Math.floor(limit.cutoffMinute / 60), limit.cutoffMinute % 60];
  return fill(say.sameDay, { time: `${hour}:${String(minute).padStart(2, '0')}` });
}
