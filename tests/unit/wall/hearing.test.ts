import { describe, expect, test } from 'vitest';
import { isQuiet } from '../../../counter-display/screens/wall/hearing.ts';
import { minuteOfDay } from '../../../shared/domain/calendar.ts';

describe('quiet hours', () => {
  test.each<readonly [string, number, number, number, boolean]>([
    ['never, when both are equal', 600, 0, 0, false],
    ['never, when both are equal and it is that minute', 600, 600, 600, false],
    ['from their first minute', 690, 690, 810, true],
    ['not from their last', 810, 690, 810, false],
    ['over midnight, before it', 1400, 1200, 420, true],
    ['over midnight, after it', 300, 1200, 420, true],
    ['over midnight, by day', 700, 1200, 420, false],
  ])('VO14 %s', (_, minute, from, to, quiet) => {
    expect(isQuiet(minute, from, to)).toBe(quiet);
  });

  test.each<readonly [string, string, number]>([
    ['2026-11-22T17:00:00Z', 'Asia/Ho_Chi_Minh', 0],
    ['2026-11-22T16:59:59Z', 'Asia/Ho_Chi_Minh', 1439],
    ['2026-11-22T02:30:00Z', 'Asia/Ho_Chi_Minh', 570],
    ['2026-03-29T01:30:00Z', 'Europe/Berlin', 210],
  ])('VO14 are those of the office: %s in %s', (moment, zone, minute) => {
    expect(minuteOfDay(Date.parse(moment), zone)).toBe(minute);
  });
});
