import { describe, expect, test } from 'vitest';
import { momentOf } from '../../../shared/domain/localTime.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import type { Hours } from '../../../shared/domain/hours.ts';
import type { Taken } from '../../../shared/domain/load.ts';
import { loadByDay, quarterMs, quietestHours, usualOn } from '../../../shared/domain/load.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const taken = (day: string, minute: number, count: number, timeZone = hanoi): Taken => ({
  day: day as BusinessDay,
  quarter: Math.floor(momentOf(day as BusinessDay, minute, timeZone) / quarterMs),
  count,
});
/** Mondays to Fridays of three weeks, with so many at each hour. */
const threeWeeks = (at: (weekday: number, hour: number) => number): Taken[] =>
  ['2026-11-02', '2026-11-09', '2026-11-16'].flatMap((monday) =>
    [0, 1, 2, 3, 4].flatMap((weekday) =>
      [7, 8, 9, 10, 11, 13, 14, 15, 16].map((hour) => {
        const day = new Date(Date.parse(monday) + weekday * 86_400_000).toISOString().slice(0, 10);
        return taken(day, hour * 60 + 30, at(weekday, hour));
      }),
    ),
  );
const span = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute });
/** 7:30–11:30 and 13:30–17:00 from Monday to Friday; the last number at 16:30. */
const office: Hours = {
  week: [0, 1, 2, 3, 4, 5, 6].map((weekday) => (weekday < 5 ? [span(450, 690), span(810, 1020)] : [])),
  specialDays: [],
  lastTicketMs: 30 * 60_000,
};

describe('how busy an office is', () => {
  test.each([
    ['Asia/Ho_Chi_Minh', 9 * 60 + 59, 9],
    ['Asia/Ho_Chi_Minh', 0, 0],
    ['Asia/Kathmandu', 9 * 60 + 15, 9],
    ['Asia/Ho_Chi_Minh', 23 * 60 + 59, 23],
  ])('DB1 in %s minute %i of the day is hour %i', (timeZone, minute, hour) => {
    const load = loadByDay([taken('2026-11-16', minute, 4, timeZone)], timeZone).get(
      '2026-11-16' as BusinessDay,
    );
    expect(load?.indexOf(4)).toBe(hour);
    expect(load?.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test('DB2 a weekday is usually as the mean of those that had visitors, from three of them on', () => {
    const rows = [
      taken('2026-11-02', 480, 2),
      taken('2026-11-02', 495, 4),
      taken('2026-11-09', 480, 9),
      taken('2026-11-16', 600, 3),
      taken('2026-11-03', 480, 50),
    ];
    const days = loadByDay(rows, hanoi);
    const monday = usualOn(days, 0);
    expect([monday?.[8], monday?.[10], monday?.[9]]).toEqual([5, 1, 0]);
    expect(usualOn(days, 1)).toBeNull();
    expect(usualOn(loadByDay(rows.slice(0, 3), hanoi), 0)).toBeNull();
  });

  test('DB3 the quietest hours are open from end to end, one of each weekday, emptiest first', () => {
    const days = loadByDay(
      // Nobody at 7 and 13, which are open by half, nor at 16, when the last number is given at half past.
      threeWeeks((weekday, hour) =>
        [7, 11, 13, 16].includes(hour) ? 0 : weekday === 2 && hour === 14 ? 1 : weekday + hour,
      ),
      hanoi,
    );
    expect(quietestHours(days, office, 3)).toEqual([
      { weekday: 2, hour: 14 },
      { weekday: 0, hour: 8 },
      { weekday: 1, hour: 8 },
    ]);
    expect(quietestHours(days, { ...office, week: null }, 1)).toEqual([{ weekday: 2, hour: 14 }]);
    expect(quietestHours(new Map(), office, 3)).toEqual([]);
  });
});
