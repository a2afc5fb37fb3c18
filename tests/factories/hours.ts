import * as fc from 'fast-check';
import type { BusinessDay, Millis } from '../../shared/domain/ids.ts';
import type { Hours, Span } from '../../shared/domain/hours.ts';
import { minuteOf } from '../../shared/domain/timeOfDay.ts';
import { minutes } from './ids.ts';

/** `spans('08:00-11:30', '13:30-17:00')`, in minutes since midnight. */
export const spans = (...texts: readonly string[]): Span[] =>
  texts.map((text) => {
    const [from = 0, to = 0] = text.split('-').map(minuteOf);
    return { fromMinute: from, toMinute: to };
  });

const usual = spans('08:00-11:30', '13:30-17:00');

/** Monday to Friday in two parts, Saturday morning. */
export const usualWeek: Span[][] = [usual, usual, usual, usual, usual, spans('08:00-11:30'), []];

/** Spans of a day in order and apart, or touching; sometimes none, sometimes the whole day. */
export const anySpans: fc.Arbitrary<Span[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom([], spans('00:00-24:00')) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.oneof(fc.constantFrom(0, 60, 120, 150, 180, 1440), fc.integer({ min: 0, max: 1440 })), {
        minLength: 2,
        maxLength: 6,
      })
      .chain((all) =>
        fc.boolean().map((touching) => {
          const ends = all.toSorted((a, b) => a - b);
          return ends.slice(1).flatMap((toMinute, i) => {
            const fromMinute = ends[i] ?? 0;
            return touching || i % 2 === 0 ? [{ fromMinute, toMinute }] : [];
          });
        }),
      ),
  },
);

/** Any week, with special days among those given. */
export const anyHours = (days: readonly BusinessDay[]): fc.Arbitrary<Hours & { readonly week: Span[][] }> =>
  fc.record({
    week: fc.array(anySpans, { minLength: 7, maxLength: 7 }),
    specialDays: fc
      .uniqueArray(fc.constantFrom(...days), { maxLength: 3 })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((day) => anySpans.map((own) => ({ day, name: { vi: day, en: day }, spans: own }))),
        ),
      ),
    lastTicketMs: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 480 }).map((minute): Millis => minutes(minute)),
    ),
  });
