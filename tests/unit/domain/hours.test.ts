import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDayOf, daysAfter, weekdayOf } from '../../../shared/domain/calendar.ts';
import type { Hours } from '../../../shared/domain/hours.ts';
import { holdsUntil, openingAt, pausesOn } from '../../../shared/domain/hours.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';
import { anyHours, spans, usualWeek } from '../../factories/hours.ts';
import { minutes } from '../../factories/ids.ts';
import { scanHours, watchClock } from '../../suites/hoursByScan.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const at = (text: string): number => Date.parse(text);

describe('a time of day as a moment', () => {
  test.each([
    ['an ordinary morning', '2026-11-23', 480, hanoi, '2026-11-23T01:00:00Z'],
    ['the midnight that ends a day', '2026-11-23', 1440, hanoi, '2026-11-23T17:00:00Z'],
    ['a summer’s day', '2026-07-01', 480, 'Europe/Berlin', '2026-07-01T06:00:00Z'],
    ['before the clocks are put forward', '2026-03-29', 119, 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    [
      'a time that is skipped: the moment of the skip',
      '2026-03-29',
      150,
      'Europe/Berlin',
      '2026-03-29T01:00:00Z',
    ],
    ['after the skip', '2026-03-29', 181, 'Europe/Berlin', '2026-03-29T01:01:00Z'],
    ['a time that comes twice: the first', '2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['after it came twice', '2026-10-25', 180, 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    ['New York, skipped', '2026-03-08', 150, 'America/New_York', '2026-03-08T07:00:00Z'],
    ['New York, twice', '2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00Z'],
    ['a midnight that is skipped', '2018-11-04', 0, 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a day that is skipped', '2011-12-30', 600, 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['half an hour’s change', '2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ])('HO1 %s', (_, day, minute, timeZone, moment) => {
    expect(new Date(momentOf(day as BusinessDay, minute, timeZone)).toISOString()).toBe(
      new Date(moment).toISOString(),
    );
  });

  test('HO2 days follow one another, over months, years and leap days', () => {
    const day = (text: string) => text as BusinessDay;
    expect(daysAfter(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysAfter(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(daysAfter(day('2026-11-23'), 60)).toBe('2027-01-22');
    expect([weekdayOf(day('2026-11-23')), weekdayOf(day('2026-11-29'))]).toEqual([0, 6]);
  });
});

/** Mondays to Fridays, Saturday mornings; Tuesday the 24th is a holiday, Sunday the 29th is worked instead. */
const office: Hours = {
  week: usualWeek,
  specialDays: [
    { day: '2026-11-24' as BusinessDay, name: { vi: 'Ngày nghỉ', en: 'Day off' }, spans: [] },
    { day: '2026-11-29' as BusinessDay, name: { vi: 'Làm bù', en: 'Worked' }, spans: spans('09:00-12:00') },
  ],
  lastTicketMs: minutes(30),
};

describe('the hours in which numbers are given', () => {
  const holiday = { vi: 'Ngày nghỉ', en: 'Day off' };
  const worked = { vi: 'Làm bù', en: 'Worked' };
  test.each([
    ['before opening', '2026-11-23T07:59:59.999', { opensAt: '2026-11-23T08:00', holiday: null }],
    ['at opening', '2026-11-23T08:00', { until: '2026-11-23T11:30' }],
    ['the last moment before the break', '2026-11-23T11:29:59.999', { until: '2026-11-23T11:30' }],
    ['in the break', '2026-11-23T11:30', { opensAt: '2026-11-23T13:30', holiday: null }],
    ['the afternoon ends early by the last number', '2026-11-23T13:30', { until: '2026-11-23T16:30' }],
    ['after the last number', '2026-11-23T16:30', { opensAt: '2026-11-25T08:00', holiday: null }],
    ['on a holiday', '2026-11-24T10:00', { opensAt: '2026-11-25T08:00', holiday }],
    ['the holiday begins at midnight', '2026-11-24T00:00', { opensAt: '2026-11-25T08:00', holiday }],
    ['the last number of a Saturday', '2026-11-28T10:59', { until: '2026-11-28T11:00' }],
    ['a Sunday worked in its place', '2026-11-29T09:00', { until: '2026-11-29T11:30' }],
    ['after it', '2026-11-29T12:00', { opensAt: '2026-11-30T08:00', holiday: worked }],
  ])('HO3 %s', (_, now, expected) => {
    const moment = (local: string): number => at(`${local}+07:00`);
    expect(openingAt(office, moment(now), hanoi)).toEqual(
      'until' in expected
        ? { kind: 'open', until: moment(expected.until ?? '') }
        : { kind: 'closed', opensAt: moment(expected.opensAt), holiday: expected.holiday },
    );
  });

  test('HO4 an office without hours never closes, holidays or not', () => {
    const always = { ...office, week: null };
    expect(openingAt(always, at('2026-11-24T03:00Z'), hanoi)).toEqual({ kind: 'open', until: null });
  });

  test('HO4 one that is open day and night has no end to it, and one without any spans no beginning', () => {
    const every = (one: ReturnType<typeof spans>): Hours => ({
      week: usualWeek.map(() => one),
      specialDays: [],
      lastTicketMs: 0,
    });
    const now = at('2026-11-24T03:00Z');
    expect(openingAt(every(spans('00:00-24:00')), now, hanoi)).toEqual({ kind: 'open', until: null });
    expect(openingAt(every([]), now, hanoi)).toEqual({ kind: 'closed', opensAt: null, holiday: null });
  });

  test('HO5 spans that touch are one, also over midnight', () => {
    const night: Hours = {
      week: usualWeek.map((_day, i) =>
        i === 0 ? spans('08:00-12:00', '12:00-18:00', '20:00-24:00') : i === 1 ? spans('00:00-02:00') : [],
      ),
      specialDays: [],
      lastTicketMs: 0,
    };
    const until = (now: string) => openingAt(night, at(now), hanoi);
    expect(until('2026-11-23T08:30+07:00')).toEqual({ kind: 'open', until: at('2026-11-23T18:00+07:00') });
    expect(until('2026-11-23T20:30+07:00')).toEqual({ kind: 'open', until: at('2026-11-24T02:00+07:00') });
  });

  test('HO6 a last number earlier than the last span takes away from the spans before it, too', () => {
    const short: Hours = {
      week: usualWeek.map(() => spans('08:00-11:30', '13:30-14:00')),
      specialDays: [],
      lastTicketMs: minutes(180),
    };
    expect(openingAt(short, at('2026-11-23T10:00+07:00'), hanoi)).toEqual({
      kind: 'open',
      until: at('2026-11-23T11:00+07:00'),
    });
    expect(openingAt(short, at('2026-11-23T13:40+07:00'), hanoi)).toMatchObject({
      opensAt: at('2026-11-24T08:00+07:00'),
    });
  });
});

/** The days around which clocks change, and one in the middle of nowhere. */
const places = [
  ['Europe/Berlin', '2026-03-27'],
  ['Europe/Berlin', '2026-10-23'],
  ['America/New_York', '2026-03-06'],
  ['America/New_York', '2026-10-30'],
  ['America/Sao_Paulo', '2018-11-02'],
  ['America/Sao_Paulo', '2018-02-16'],
  ['Pacific/Apia', '2011-12-28'],
  ['Pacific/Apia', '2026-05-08'],
  ['Australia/Lord_Howe', '2026-10-02'],
  [hanoi, '2026-12-30'],
] as const;

describe('against a clock that is watched minute by minute', () => {
  const days = 5;
  test.each(places)('HO7 in %s around %s', (timeZone, first) => {
    const dates = Array.from({ length: days }, (_, i) => daysAfter(first as BusinessDay, i));
    const begin = momentOf(dates[0] ?? ('' as BusinessDay), 0, timeZone);
    // Two more than are compared, so that every day that is compared was watched to its end.
    const seen = watchClock(begin, days + 2, timeZone);
    fc.assert(
      fc.property(
        anyHours(dates),
        fc.array(fc.integer({ min: 0, max: days * 1440 * 60_000 - 1 }), { minLength: 20, maxLength: 20 }),
        (hours, moments) => {
          const open = scanHours(hours, seen).slice(0, days * 1440);
          for (const after of moments) {
            const now = begin + after;
            const i = Math.floor(after / 60_000);
            const opening = openingAt(hours, now, timeZone);
            expect(businessDayOf(now, timeZone)).toBe(seen[i]?.day);
            expect(opening.kind === 'open').toBe(open[i]);
            // The next minute at which it is otherwise, if that lies within what was watched.
            const change = open.findIndex((then, j) => j > i && then !== open[i]);
            const said = (opening.kind === 'open' ? opening.until : opening.opensAt) ?? Infinity;
            if (change === -1) expect(said).toBeGreaterThanOrEqual(begin + days * 1440 * 60_000);
            else expect(said).toBe(seen[change]?.at);
            // Up to then the same is answered.
            const until = holdsUntil(opening, now, timeZone);
            expect(until).toBeGreaterThan(now);
            expect(openingAt(hours, until - 1, timeZone)).toEqual(opening);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('when nobody is called', () => {
  const pauses = (day: string, hours: Hours = office): string[][] =>
    pausesOn(hours, day as BusinessDay, hanoi).map(({ from, until }) =>
      [from, until].map((moment) => new Date(moment).toISOString().slice(5, 16)),
    );

  test.each<readonly [string, string, readonly (readonly string[])[]]>([
    [
      'before the morning and at noon',
      '2026-11-23',
      [
        ['11-22T17:00', '11-23T01:00'],
        ['11-23T04:30', '11-23T06:30'],
      ],
    ],
    ['before the only span', '2026-11-29', [['11-28T17:00', '11-29T02:00']]],
    ['never on a holiday, since nobody is expected', '2026-11-24', []],
  ])('HO8 is %s', (_, day, expected) => {
    expect(pauses(day)).toEqual(expected);
  });

  test('HO8 spans that touch have no pause between them', () => {
    const week = usualWeek.map(() => spans('08:00-12:00', '12:00-17:00'));
    expect(pauses('2026-11-23', { ...office, week })).toHaveLength(1);
  });
});
