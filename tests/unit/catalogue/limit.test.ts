import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../../../shared/domain/dueDate.ts';
import { readLimit } from '../../../shared/i18n/catalogue/limit.ts';
import { writeLimit } from '../../../shared/i18n/limit.ts';

const n = fc.integer({ min: 0, max: 1000 });
const anyLimit: fc.Arbitrary<Limit | null> = fc.oneof(
  fc.constant(null),
  fc.constant<Limit>({ kind: 'immediate' }),
  fc.integer({ min: 0, max: 1440 }).map((cutoffMinute): Limit => ({ kind: 'sameDay', cutoffMinute })),
  fc
    .tuple(fc.constantFrom('workingDays', 'workingHours', 'days'), n)
    .map(([kind, count]): Limit => ({ kind, n: count })),
);

describe('how long a procedure may take, in words', () => {
  test.each(['vi', 'en'] as const)('TX1 what is said in %s is read as what it was', (language) => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        expect(readLimit(writeLimit(limit, language))).toEqual(limit);
      }),
    );
  });

  test.each<readonly [string, Limit | null]>([
    ['', null],
    ['5 ngày làm việc', { kind: 'workingDays', n: 5 }],
    ['05 NGAY LAM VIEC', { kind: 'workingDays', n: 5 }],
    ['4 giờ làm việc', { kind: 'workingHours', n: 4 }],
    ['10 ngày', { kind: 'days', n: 10 }],
    ['Giải quyết ngay', { kind: 'immediate' }],
    ['trong ngày', { kind: 'sameDay', cutoffMinute: 1440 }],
    ['Trong ngày, nhận trước 15h00', { kind: 'sameDay', cutoffMinute: 900 }],
  ])('TX1 “%s” is understood', (text, limit) => {
    expect(readLimit(text)).toEqual(limit);
  });

  test.each([
    'năm ngày',
    '5',
    '2000 ngày',
    'Trong ngày, nhận trước 25:00',
    'Trong ngày, nhận trước 12:75',
    '-1 ngày',
  ])('TX1 “%s” is not guessed at', (text) => {
    expect(readLimit(text)).toBeUndefined();
  });
});
