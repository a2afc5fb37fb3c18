import type { Language } from '../contract/schemas.ts';
import type { WaitRange } from '../domain/estimate.ts';
import type { Words } from './language.ts';
import { fill } from './language.ts';

const words: Words<'none' | 'moment' | 'minutes' | 'range' | 'hours'> = {
  vi: {
    none: 'chưa có quầy phục vụ',
    moment: 'vài phút',
    minutes: 'khoảng {to} phút',
    range: 'khoảng {from}–{to} phút',
    hours: 'khoảng {from}–{to} giờ',
  },
  en: {
    none: 'no counter open',
    moment: 'a few minutes',
    minutes: 'about {to} min',
    range: 'about {from}–{to} min',
    hours: 'about {from}–{to} hours',
  },
};

const minute = 60_000;
/** From here on (minutes) a visitor plans in hours. */
const hoursFrom = 90;

const halfHours = (minutes: number, language: Language): string =>
  (Math.round(minutes / 30) / 2).toLocaleString(language);

/**
 * An expected wait in words, without the word *wait*, never more precise than it can be: a range, in steps of 5 minutes from 20 on and of half
 * hours from 90 on.
 * @param wait null when no counter serves the field.
 */
export function sayWait(wait: WaitRange | null, language: Language): string {
  const say = words[language];
  if (wait === null) return say.none;
  const shortest = wait.p50Ms / minute;
  const longest = Math.max(wait.p50Ms, wait.p90Ms) / minute;
  if (shortest < 1 && longest <= 5) return say.moment;
  if (shortest >= hoursFrom)
    return fill(say.hours, { from: halfHours(shortest, language), to: halfHours(longest + 15, language) });
  const step = longest >= 20 ? 5 : 1;
  const from = Math.max(1, Math.floor(shortest / step) * step);
  const to = Math.ceil(longest / step) * step;
  return fill(from >= to ? say.minutes : say.range, { from, to });
}
