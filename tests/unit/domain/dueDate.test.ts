import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDayOf, daysAfter } from '../../../shared/domain/calendar.ts';
import type { Limit } from '../../../shared/domain/dueDate.ts';
import { dueAt } from '../../../shared/domain/dueDate.ts';
import type { Hours } from '../../../shared/domain/hours.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';
import { anyHours, spans, usualWeek } from '../../factories/hours.ts';
import { minutes, today } from '../../factories/ids.ts';

const zone = 'Asia/Ho_Chi_Minh';
const usual = spans('08:00-11:30', '13:30-17:00');
/** Monday to Friday; off on Wednesday 25 November and over Tết 2027. */
const week = [usual, usual, usual, usual, usual, [], []];
const off = (day: string): Hours['specialDays'][number] => ({
  day: day as BusinessDay,
  name: { vi: day, en: day },
  spans: [],
});
const plain: Hours = { week, specialDays: [], lastTicketMs: 0 };
const holidays: Hours = {
  ...plain,
  specialDays: [
    off('2026-11-25'),
    ...[4, 5, 8, 9, 10, 11, 12].map((day) => off(`2027-02-${String(day).padStart(2, '0')}`)),
  ],
};
const at = (text: string): number => {
  const [day = '', time = ''] = text.split(' ');
  return momentOf(day as BusinessDay, spans(`${time}-24:00`)[0]?.fromMinute ?? 0, zone);
};
const shown = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment + minutes(7 * 60)).toISOString().slice(0, 16).replace('T', ' ');

const sameDay: Limit = { kind: 'sameDay', cutoffMinute: 15 * 60 };
const working = (n: number): Limit => ({ kind: 'workingDays', n });
const hours = (n: number): Limit => ({ kind: 'workingHours', n });
const days = (n: number): Limit => ({ kind: 'days', n });

describe('when a dossier is due', () => {
  // 23 November 2026 is a Monday.
  test.each<readonly [string, Limit, string, Hours, string | null]>([
    ['at once', { kind: 'immediate' }, '2026-11-23 09:00', plain, '2026-11-23 09:00'],
    ['on the same day', sameDay, '2026-11-23 09:00', plain, '2026-11-23 17:00'],
    ['just before the hour', sameDay, '2026-11-23 14:59', plain, '2026-11-23 17:00'],
    ['at the hour', sameDay, '2026-11-23 15:00', plain, '2026-11-24 17:00'],
    ['at the hour on Friday', sameDay, '2026-11-27 15:00', plain, '2026-11-30 17:00'],
    ['at the hour before a holiday', sameDay, '2026-11-24 16:00', holidays, '2026-11-26 17:00'],
    ['after hours, on the same day', sameDay, '2026-11-23 17:30', plain, '2026-11-24 17:00'],
    ['on a Sunday, on the same day', sameDay, '2026-11-22 16:00', plain, '2026-11-23 17:00'],
    ['the day it comes is not counted', working(1), '2026-11-23 08:00', plain, '2026-11-24 17:00'],
    ['three working days', working(3), '2026-11-23 16:59', plain, '2026-11-26 17:00'],
    ['over a weekend', working(3), '2026-11-26 09:00', plain, '2026-12-01 17:00'],
    ['over a holiday', working(3), '2026-11-23 09:00', holidays, '2026-11-27 17:00'],
    ['over Tết', working(3), '2027-02-03 09:00', holidays, '2027-02-17 17:00'],
    ['what comes after hours comes the next day', working(3), '2026-11-23 17:00', plain, '2026-11-27 17:00'],
    ['what comes on Saturday comes on Monday', working(3), '2026-11-28 09:00', plain, '2026-12-03 17:00'],
    [
      'an office open on Saturdays counts them, and closes early',
      working(1),
      '2026-11-27 09:00',
      { ...plain, week: usualWeek },
      '2026-11-28 11:30',
    ],
    ['in days', days(7), '2026-11-23 09:00', plain, '2026-11-30 17:00'],
    ['in days that end on a Saturday', days(5), '2026-11-23 09:00', plain, '2026-11-30 17:00'],
    ['in days that end on a holiday', days(2), '2026-11-23 09:00', holidays, '2026-11-26 17:00'],
    ['in hours of one half of the day', hours(1), '2026-11-23 09:10', plain, '2026-11-23 10:10'],
    ['in hours over noon', hours(2), '2026-11-23 10:30', plain, '2026-11-23 14:30'],
    ['in hours over the night', hours(8), '2026-11-23 10:00', plain, '2026-11-24 11:00'],
    ['in hours from the night on', hours(1), '2026-11-23 20:00', plain, '2026-11-24 09:00'],
    ['in hours to the very end', hours(7), '2026-11-23 08:00', plain, '2026-11-23 17:00'],
    [
      'of an office that never closes',
      working(1),
      '2026-11-27 20:00',
      { ...plain, week: null },
      '2026-12-01 17:00',
    ],
    [
      'an office that never closes still has holidays',
      working(1),
      '2026-11-24 09:00',
      { ...holidays, week: null },
      '2026-11-26 17:00',
    ],
    ['of an office that never works', working(1), '2026-11-23 09:00', { ...plain, week: [[]] }, null],
    ['in hours of it', hours(1), '2026-11-23 09:00', { ...plain, week: [[]] }, null],
  ])('DS1 %s', (_, limit, received, office, due) => {
    expect(shown(dueAt(limit, at(received), office, zone))).toBe(due);
  });

  const someDays = Array.from({ length: 40 }, (_, i) => daysAfter(today, i));
  const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
    fc.record({ kind: fc.constant('sameDay' as const), cutoffMinute: fc.integer({ min: 0, max: 1440 }) }),
    fc.record({
      kind: fc.constantFrom('workingDays' as const, 'workingHours' as const, 'days' as const),
      n: fc.integer({ min: 1, max: 30 }),
    }),
  );
  const anyMoment = fc
    .tuple(fc.constantFrom(...someDays), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) => momentOf(day, minute, zone));

  test('DS2 it is never due before it came, never on a day off, and never sooner for having come later', () => {
    fc.assert(
      fc.property(anyLimit, anyMoment, anyMoment, anyHours(someDays), (limit, one, other, office) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const due = dueAt(limit, first, office, zone);
        if (due === null) return;
        expect(due).toBeGreaterThanOrEqual(first);
        // The end of a day's work, which may be the midnight after it.
        const day = businessDayOf(due - 1, zone);
        const own = office.specialDays.find((special) => special.day === day)?.spans;
        expect((own ?? office.week[(new Date(day).getUTCDay() + 6) % 7])?.length).toBeGreaterThan(0);
        expect(dueAt(limit, second, office, zone)).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 150 },
    );
  });

  test('DS2 one more holiday makes nothing due sooner', () => {
    fc.assert(
      fc.property(anyLimit, anyMoment, fc.constantFrom(...someDays), (limit, received, day) => {
        const due = dueAt(limit, received, plain, zone) ?? 0;
        const more = { ...plain, specialDays: [off(day)] };
        expect(dueAt(limit, received, more, zone)).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 150 },
    );
  });
});
