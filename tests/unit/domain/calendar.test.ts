import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { businessDayOf } from '../../../shared/domain/calendar.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const ownZone = process.env['TZ'];
afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

describe('the business day', () => {
  const table = [
    ['the last millisecond of a day in Hà Nội', '2026-11-22T16:59:59.999Z', hanoi, '2026-11-22'],
    ['midnight in Hà Nội', '2026-11-22T17:00:00.000Z', hanoi, '2026-11-23'],
    ['the year ends', '2026-12-31T17:00:00.000Z', hanoi, '2027-01-01'],
    ['a leap day', '2028-02-28T17:00:00.000Z', hanoi, '2028-02-29'],
    ['no leap day', '2027-02-28T17:00:00.000Z', hanoi, '2027-03-01'],
    ['a day of 23 hours begins', '2026-03-28T23:00:00.000Z', 'Europe/Berlin', '2026-03-29'],
    ['a day of 23 hours ends', '2026-03-29T21:59:59.999Z', 'Europe/Berlin', '2026-03-29'],
    ['after a day of 23 hours', '2026-03-29T22:00:00.000Z', 'Europe/Berlin', '2026-03-30'],
    ['a day of 25 hours begins', '2026-11-01T04:00:00.000Z', 'America/New_York', '2026-11-01'],
    ['a day of 25 hours ends', '2026-11-02T04:59:59.999Z', 'America/New_York', '2026-11-01'],
    ['before a day that began at one o’clock', '2018-11-04T02:59:59.999Z', 'America/Sao_Paulo', '2018-11-03'],
    ['a day that began at one o’clock', '2018-11-04T03:00:00.000Z', 'America/Sao_Paulo', '2018-11-04'],
    ['a zone of quarter hours', '2026-06-01T18:15:00.000Z', 'Asia/Kathmandu', '2026-06-02'],
    ['a zone west of the date line', '2026-06-01T09:59:59.999Z', 'Pacific/Honolulu', '2026-05-31'],
  ] as const;

  test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati', hanoi])(
    'CA1 is the office’s, with the server in %s',
    (zone) => {
      process.env['TZ'] = zone;
      // Only proves something if the process really moved. Hà Nội has two names, of which the runtime chooses one.
      const moved = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      expect(moved.replace('Saigon', 'Ho_Chi_Minh')).toBe(zone);
      for (const [what, time, timeZone, day] of table)
        expect([what, businessDayOf(Date.parse(time), timeZone)]).toEqual([what, day]);
    },
  );

  test('CA2 in Hà Nội is the date seven hours ahead of UTC, at any moment', () => {
    const year2000 = Date.UTC(2000, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: year2000, max: Date.UTC(2100, 0, 1) }), (now) => {
        const shifted = new Date(now + 7 * 3_600_000).toISOString();
        expect(businessDayOf(now, hanoi)).toBe(shifted.slice(0, 10));
      }),
    );
  });

  test('CA3 an unknown zone and a moment that is none are refused', () => {
    expect(() => businessDayOf(0, 'Asia/Ha_Dong')).toThrow(RangeError);
    expect(() => businessDayOf(Number.NaN, hanoi)).toThrow(RangeError);
  });
});
