import type { Hours } from '../../../../shared/contract/settings.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import { endOfDay, writeTime } from '../../../../shared/domain/timeOfDay.ts';
import { readDate, readTime } from '../../staff/when.ts';

/** Opening hours as a form holds them: times as typed, `08:00`, and empty while nothing is typed. */
export type SpanText = { readonly from: string; readonly to: string };
export type DayText = {
  readonly day: string;
  readonly vi: string;
  readonly en: string;
  readonly spans: readonly SpanText[];
};
export type HoursText = {
  readonly alwaysOpen: boolean;
  /** Monday first. */
  readonly week: readonly (readonly SpanText[])[];
  readonly specialDays: readonly DayText[];
  readonly lastTicketMinutes: number;
};

type Span = Hours['specialDays'][number]['spans'][number];

const minuteMs = 60_000;
const spanText = ({ fromMinute, toMinute }: Span): SpanText => ({
  from: writeTime(fromMinute),
  to: writeTime(toMinute),
});

/** What is proposed to an office that has never closed so far: the hours most offices keep. */
const usualWeek: readonly (readonly SpanText[])[] = [
  ...Array.from({ length: 5 }, () => [
    { from: '08:00', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ]),
  [{ from: '08:00', to: '11:30' }],
  [],
];

/** @returns the hours ready to be edited. */
export const hoursText = ({ week, specialDays, lastTicketMs }: Hours): HoursText => ({
  alwaysOpen: week === null,
  week: week === null ? usualWeek : week.map((spans) => spans.map(spanText)),
  specialDays: specialDays.map(({ day, name, spans }) => ({
    day: writeDay(day),
    ...name,
    spans: spans.map(spanText),
  })),
  lastTicketMinutes: Math.round(lastTicketMs / minuteMs),
});

/** The end of a span can be the midnight that ends the day, written either way. */
function endOf(text: string): number | null {
  const minute = text.trim() === '24:00' ? 0 : readTime(text);
  return minute === 0 ? endOfDay : minute;
}

/** @returns null if a time is missing, a span does not end after it begins, or two overlap. */
export function spansOf(texts: readonly SpanText[]): Span[] | null {
  const spans: Span[] = [];
  for (const { from, to } of texts) {
    const fromMinute = readTime(from);
    const toMinute = endOf(to);
    if (fromMinute === null || toMinute === null || toMinute <= fromMinute) return null;
    spans.push({ fromMinute, toMinute });
  }
  spans.sort((a, b) => a.fromMinute - b.fromMinute);
  const overlap = spans.some(({ fromMinute }, i) => i > 0 && fromMinute < (spans[i - 1]?.toMinute ?? 0));
  return overlap ? null : spans;
}

export type WrongHours = 'wrongSpans' | 'wrongDays';

/**
 * @param today `yyyy-mm-dd`; a date without a year is the next such day.
 * @returns what is to be saved, or the word for what is wrong with it.
 */
export function hoursOf(
  text: HoursText,
  today: string,
): { readonly hours: Hours } | { readonly wrong: WrongHours } {
  const week = text.week.map(spansOf);
  const days = text.specialDays.map(({ spans }) => spansOf(spans));
  if ((!text.alwaysOpen && week.includes(null)) || days.includes(null)) return { wrong: 'wrongSpans' };
  const dates = text.specialDays.map(({ day }) => readDate(day, today));
  const complete = text.specialDays.every(({ vi, en }) => vi.trim() !== '' && en.trim() !== '');
  const different = !dates.includes(null) && new Set(dates).size === dates.length;
  if (!complete || !different) return { wrong: 'wrongDays' };
  return {
    hours: {
      week: text.alwaysOpen ? null : week.map((spans) => spans ?? []),
      specialDays: text.specialDays
        .map(({ vi, en }, i) => ({
          day: dates[i] as Hours['specialDays'][number]['day'],
          name: { vi: vi.trim(), en: en.trim() },
          spans: days[i] ?? [],
        }))
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
      lastTicketMs: text.lastTicketMinutes * minuteMs,
    },
  };
}
