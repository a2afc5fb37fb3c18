import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter, weekdayOf } from '../../../shared/domain/calendar.ts';
import type { DataRequestKind } from '../../../shared/domain/dataRequest.ts';
import { dataRequestKinds, deadlinesOf, standingOf } from '../../../shared/domain/dataRequest.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import { usualWeek } from '../../factories/hours.ts';
import { worksOn } from '../../../shared/domain/workingDays.ts';

const at = (day: string): BusinessDay => day as BusinessDay;
const off = (day: string) => ({ day: at(day), name: { vi: 'Nghỉ', en: 'Holiday' }, spans: [] });
/** Monday to Friday. */
const weekdays = { week: null, specialDays: [] };
/** New Year, a Friday; and a Saturday on which the office works instead. */
const newYear = {
  week: null,
  specialDays: [
    off('2027-01-01'),
    {
      day: at('2027-01-02'),
      name: { vi: 'Làm bù', en: 'Instead' },
      spans: [{ fromMinute: 480, toMinute: 690 }],
    },
  ],
};
const timeZone = 'Asia/Ho_Chi_Minh';

describe('deadlines', () => {
  test.each<[string, DataRequestKind, string, string]>([
    // Monday 23/11/2026: 2 working days, then 10, 10, 15, 20 days.
    ['2026-11-23', 'see', '2026-11-25', '2026-12-03'],
    ['2026-11-23', 'correct', '2026-11-25', '2026-12-03'],
    ['2026-11-23', 'withdraw', '2026-11-25', '2026-12-08'],
    // 13/12 is a Sunday.
    ['2026-11-23', 'erase', '2026-11-25', '2026-12-14'],
    // Friday: the weekend does not count.
    ['2026-11-27', 'see', '2026-12-01', '2026-12-07'],
    // Saturday, as of a letter that was in the box.
    ['2026-11-28', 'see', '2026-12-01', '2026-12-08'],
  ])('DP2 of a request that came on %s (%s)', (came, kind, acknowledgeBy, dueOn) => {
    expect(deadlinesOf(kind, at(came), weekdays)).toEqual({ acknowledgeBy, dueOn });
  });

  test('DP2 holidays of the office do not count, days on which it works instead do', () => {
    expect(deadlinesOf('see', at('2026-12-31'), newYear).acknowledgeBy).toBe('2027-01-04');
    expect(deadlinesOf('see', at('2026-12-22'), newYear).dueOn).toBe('2027-01-02');
    expect(deadlinesOf('see', at('2026-12-22'), { ...newYear, specialDays: [off('2027-01-01')] }).dueOn).toBe(
      '2027-01-04',
    );
  });

  test('DP2 an office that works on Saturday mornings answers on those, too', () => {
    const hours = { week: usualWeek, specialDays: [] };
    expect(worksOn(hours, at('2026-11-28'))).toBe(usualWeek[5]?.length !== 0);
    expect(worksOn(hours, at('2026-11-29'))).toBe(false);
  });

  const days = fc.integer({ min: 0, max: 3000 }).map((n) => daysAfter(at('2026-01-01'), n));
  const holidays = fc.array(days, { maxLength: 40 }).map((all) => [...new Set(all)].map(off));

  test('DP3 never on a day of rest, never before the days of the law are over, never out of order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dataRequestKinds), days, holidays, (kind, came, specialDays) => {
        const hours = { week: null, specialDays };
        const { acknowledgeBy, dueOn } = deadlinesOf(kind, came, hours);
        expect(worksOn(hours, acknowledgeBy)).toBe(true);
        expect(worksOn(hours, dueOn)).toBe(true);
        expect(acknowledgeBy > came).toBe(true);
        expect(dueOn >= daysAfter(came, { see: 10, correct: 10, withdraw: 15, erase: 20 }[kind])).toBe(true);
        const between = Array.from({ length: 60 }, (_, i) => daysAfter(came, i + 1)).filter(
          (day) => day <= acknowledgeBy && worksOn(hours, day),
        );
        expect(between).toHaveLength(2);
      }),
    );
  });

  test('DP3 an office that never works still has deadlines', () => {
    const hours = { week: [[], [], [], [], [], [], []], specialDays: [] };
    expect(deadlinesOf('see', at('2026-11-23'), hours)).toEqual({
      acknowledgeBy: '2026-11-25',
      dueOn: '2026-12-03',
    });
    expect(weekdayOf(at('2026-11-23'))).toBe(0);
  });
});

describe('how a request stands', () => {
  const request = {
    ...deadlinesOf('see', at('2026-11-23'), weekdays),
    acknowledgedAt: null,
    closedAt: null,
  };
  const acknowledged = { ...request, acknowledgedAt: 1 };

  test.each([
    ['2026-11-25T16:59:59Z', 0],
    // Midnight in the office, whatever day it is in Greenwich.
    ['2026-11-25T17:00:00Z', -1],
    ['2026-11-24T03:00:00Z', 1],
  ])('DP4 the last day is over at the office’s midnight (%s)', (now, daysLeft) => {
    expect(standingOf(request, Date.parse(now), timeZone)).toEqual({ kind: 'acknowledge', daysLeft });
  });

  test('DP4 once acknowledged, what counts is when it is to be carried out; once closed, nothing', () => {
    const now = Date.parse('2026-11-26T03:00:00Z');
    expect(standingOf(acknowledged, now, timeZone)).toEqual({ kind: 'carryOut', daysLeft: 7 });
    expect(standingOf({ ...acknowledged, closedAt: 2 }, now, timeZone)).toEqual({ kind: 'closed' });
  });

  test('DP4 in another zone another day', () => {
    const now = Date.parse('2026-11-25T17:00:00Z');
    expect(standingOf(request, now, 'Europe/Berlin')).toEqual({ kind: 'acknowledge', daysLeft: 0 });
  });
});
