import type { Language } from '../../../shared/contract/schemas.ts';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { sayDate, sayTime, sayWeekday } from '../../../shared/i18n/time.ts';

type When = { readonly opensAt: number; readonly now: number; readonly timeZone: string };

/** When numbers are given again: today only the time, else the day as well. Times are ms since 1970. */
export function sayOpens({ opensAt, now, timeZone }: When, language: Language): string {
  const words = kioskWords[language];
  const time = sayTime(opensAt, timeZone);
  const date = sayDate(opensAt, timeZone);
  if (date === sayDate(now, timeZone)) return fill(words.opensToday, { time });
  const weekday = sayWeekday(opensAt, timeZone, language);
  // The year is plain to everybody.
  return fill(words.opensOn, { time, weekday, date: date.slice(0, 5) });
}
