import type { Language } from '../contract/schemas.ts';
import type { Limit } from '../domain/dueDate.ts';
import { endOfDay, writeTime } from '../domain/timeOfDay.ts';
import type { Words } from './language.ts';
import { fill } from './language.ts';

type Key = Limit['kind'] | 'sameDayBefore' | 'sameDayUntil' | 'many';
const words: Words<Key> = {
  vi: {
    immediate: 'Giải quyết ngay',
    sameDay: 'Trong ngày',
    sameDayBefore: 'Trong ngày, nhận trước {time}',
    sameDayUntil: 'Trong ngày; nhận từ {time} thì trả ngày làm việc tiếp theo',
    workingDays: '{n} ngày làm việc',
    workingHours: '{n} giờ làm việc',
    days: '{n} ngày',
    many: '',
  },
  en: {
    immediate: 'While you wait',
    sameDay: 'On the same day',
    sameDayBefore: 'On the same day, if received before {time}',
    sameDayUntil: 'On the same day; from {time} on, the next working day',
    workingDays: '{n} working day{many}',
    workingHours: '{n} working hour{many}',
    days: '{n} day{many}',
    many: 's',
  },
};

/** @param cutOff the words for what is received in time to be done on the same day. */
function say(limit: Limit, language: Language, cutOff: 'sameDayBefore' | 'sameDayUntil'): string {
  const said = words[language];
  if (limit.kind === 'immediate') return said.immediate;
  if (limit.kind !== 'sameDay')
    return fill(said[limit.kind], { n: limit.n, many: limit.n === 1 ? '' : said.many });
  const { cutoffMinute } = limit;
  return cutoffMinute >= endOfDay ? said.sameDay : fill(said[cutOff], { time: writeTime(cutoffMinute) });
}

/** How long a procedure may take, in words for whoever waits for it: `3 ngày làm việc`. */
export const sayLimit = (limit: Limit, language: Language): string => say(limit, language, 'sameDayUntil');

/** The same as tables and files have it, to be read again by `readLimit`; nothing where nobody knows. */
export const writeLimit = (limit: Limit | null, language: Language): string =>
  limit === null ? '' : say(limit, language, 'sameDayBefore');
