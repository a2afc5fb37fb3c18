import { describe, expect, test } from 'vitest';
import { hoursOf, hoursText, spansOf } from '../../../counter-display/screens/manage/hours/form.ts';
import type { SpanText } from '../../../counter-display/screens/manage/hours/form.ts';
import { momentOf } from '../../../shared/domain/localTime.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';

describe('typed opening hours', () => {
  const span = (from: string, to: string): SpanText => ({ from, to });
  test.each<readonly [string, readonly SpanText[], readonly (readonly [number, number])[] | null]>([
    ['none at all', [], []],
    ['one', [span('08:00', '11:30')], [[480, 690]]],
    ['till midnight', [span('13:00', '00:00')], [[780, 1440]]],
    ['till midnight, written as the day’s end', [span('13h', '24:00')], [[780, 1440]]],
    [
      'in the wrong order',
      [span('13:30', '17:00'), span('08:00', '11:30')],
      [
        [480, 690],
        [810, 1020],
      ],
    ],
    [
      'that touch',
      [span('08:00', '11:30'), span('11:30', '12:00')],
      [
        [480, 690],
        [690, 720],
      ],
    ],
    ['that overlap', [span('08:00', '11:30'), span('11:00', '12:00')], null],
    ['that end before they begin', [span('12:00', '11:00')], null],
    ['of no length', [span('12:00', '12:00')], null],
    ['not typed yet', [span('08:00', '')], null],
  ])('S65 %s', (_, texts, spans) => {
    expect(spansOf(texts)?.map(({ fromMinute, toMinute }) => [fromMinute, toMinute]) ?? null).toEqual(spans);
  });

  test('S65 come back as they were, when nothing was changed', () => {
    const day = '2027-01-01' as BusinessDay;
    const hours = {
      week: [[{ fromMinute: 480, toMinute: 1440 }], [], [], [], [], [], []],
      specialDays: [{ day, name: { vi: 'Tết Dương lịch', en: 'New Year' }, spans: [] }],
      lastTicketMs: 900_000,
    };
    expect(hoursOf(hoursText(hours), '2026-11-22')).toEqual({ hours });
  });

  test('S66 a day stands there once', () => {
    const day = { day: '1/1/2027', vi: 'Tết', en: 'New Year', spans: [] };
    const text = {
      ...hoursText({ week: null, specialDays: [], lastTicketMs: 0 }),
      specialDays: [day, { ...day, day: '01.01' }],
    };
    expect(hoursOf(text, '2026-11-22')).toEqual({ wrong: 'wrongDays' });
  });
});

describe('a local time', () => {
  test.each<readonly [string, number, string, string]>([
    ['2026-11-25', 570, 'Asia/Ho_Chi_Minh', '2026-11-25T02:30:00Z'],
    ['2026-11-25', 1440, 'Asia/Ho_Chi_Minh', '2026-11-25T17:00:00Z'],
    ['2026-03-29', 60, 'Europe/Berlin', '2026-03-29T00:00:00Z'],
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-03-29', 240, 'Europe/Berlin', '2026-03-29T02:00:00Z'],
    ['2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25', 240, 'Europe/Berlin', '2026-10-25T03:00:00Z'],
  ])('S72 %s + %d minutes in %s is %s', (day, minute, zone, moment) => {
    expect(new Date(momentOf(day as BusinessDay, minute, zone)).toISOString()).toBe(
      moment.replace('Z', '.000Z'),
    );
  });
});
