import type { DanBietNow } from '../../../shared/contract/danBiet.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { businessDayOf } from '../../../shared/domain/calendar.ts';
import { writeTime } from '../../../shared/domain/timeOfDay.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { danBietWords } from '../../../shared/i18n/screens/danBiet.ts';
import { sayTime, sayWeekday, weekdayName, writeDay } from '../../../shared/i18n/time.ts';

/** The page's figures in words. Weekdays count from 0, Monday. */

/** So much more or less than usual is worth a word. */
const notable = 0.15;

const sayDayName = (weekday: number, language: Language): string => weekdayName(weekday + 1, language);

/** As it stands within a sentence: `thứ Tư`, `Chủ Nhật`. */
export const sayDayInside = (weekday: number, language: Language): string =>
  sayDayName(weekday, language).replace(/^Thứ /u, 'thứ ');

/** `14–15`, in English `14:00–15:00`. */
export const sayHours = (hour: number, language: Language): string =>
  language === 'vi' ? `${hour}–${hour + 1}` : `${hour}:00–${hour + 1}:00`;

/** Whether the office is open, and until when, or from when again. */
export function sayOpening({ opening, office, today }: DanBietNow, language: Language): string {
  const words = danBietWords[language];
  const { timeZone } = office;
  if (opening.kind === 'locked') return fill(words.locked, { message: opening.message[language] });
  if (opening.kind === 'open')
    return opening.until === null
      ? words.openAlways
      : fill(words.openUntil, { time: sayTime(opening.until, timeZone) });
  const { opensAt, holiday } = opening;
  const reason = holiday === null ? '' : `${fill(words.holiday, { name: holiday[language] })} `;
  if (opensAt === null) return reason + words.closed;
  const time = sayTime(opensAt, timeZone);
  const day = `${sayWeekday(opensAt, timeZone, language)} ${writeDay(businessDayOf(opensAt, timeZone)).slice(0, 5)}`;
  const isToday = businessDayOf(opensAt, timeZone) === today;
  return reason + fill(isToday ? words.closedUntilToday : words.closedUntil, { day, time });
}

/** How today is beside what is usual, by the whole hours that are over. */
export function sayLoad({ load }: DanBietNow, language: Language): string {
  const words = danBietWords[language];
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const all = sum(load.hours.map(({ taken }) => taken));
  if (all === 0) return words.nobody;
  const over = load.hours.filter(({ hour }) => hour < load.hour);
  const usual = sum(over.map((one) => one.usual ?? 0));
  const taken = sum(over.map((one) => one.taken));
  if (usual === 0) return fill(words.soFar, { n: all });
  const judged =
    taken > usual * (1 + notable) ? words.more : taken < usual * (1 - notable) ? words.less : words.same;
  return fill(words.soFarUsual, { hour: (over.at(-1)?.hour ?? 0) + 1, n: taken, usual, judged });
}

/** `Vắng nhất: Thứ Tư, 14–15 giờ; …`. */
export function sayQuietest({ quietest }: DanBietNow, language: Language): string {
  const words = danBietWords[language];
  if (quietest.length === 0) return words.quietestUnknown;
  const hours = quietest.map(({ weekday, hour }) =>
    fill(words.quietestOne, { day: sayDayInside(weekday, language), hours: sayHours(hour, language) }),
  );
  return fill(words.quietestAre, { hours: hours.join('; ') });
}

type Spans = DanBietNow['hours']['specialDays'][number]['spans'];

const saySpans = (spans: Spans, language: Language): string =>
  spans.length === 0
    ? danBietWords[language].off
    : spans.map(({ fromMinute, toMinute }) => `${writeTime(fromMinute)}–${writeTime(toMinute)}`).join(', ');

/** The week, days alike in one line, then the special days that come: each as when and what. */
export function sayWeek(
  { hours: { week, specialDays } }: DanBietNow,
  language: Language,
): readonly (readonly [string, string])[] {
  if (week === null) return [];
  const days = week.map((spans, weekday) => ({ weekday, said: saySpans(spans, language) }));
  const runs: (typeof days)[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0]?.said === day.said) run.push(day);
    else runs.push([day]);
  }
  const lines = runs.map((run): readonly [string, string] => {
    const names = [run[0], ...(run.length > 1 ? [run.at(-1)] : [])].map((day) =>
      sayDayName(day?.weekday ?? 0, language),
    );
    return [names.join(' – '), run[0]?.said ?? ''];
  });
  const special = specialDays.map(({ day, name, spans }): readonly [string, string] => [
    `${writeDay(day).slice(0, 5)} (${name[language]})`,
    saySpans(spans, language),
  ]);
  return [...lines, ...special];
}
