import { describe, expect, test } from 'vitest';
import { uniform } from '../../../shared/domain/random.ts';
import { trendOf, verdictOf } from '../../soak/trend.ts';

const series = (valueOf: (day: number) => number, days = 20) =>
  Array.from({ length: days }, (_, i): readonly [number, number] => [i + 5, valueOf(i + 5)]);

describe('SK2 what a soak says of a rise', () => {
  test('SK2 the slope and its interval are those of the straight line of least squares', () => {
    const trend = trendOf([
      [1, 1],
      [2, 3],
      [3, 2],
      [4, 5],
    ]);
    expect(trend.perDay).toBeCloseTo(1.1, 6);
    // 4.303 (Student, two degrees of freedom) times the standard error, sqrt(2.7 / 2 / 5).
    expect(trend.from).toBeCloseTo(1.1 - 4.303 * Math.sqrt(0.27), 6);
    expect(trend.to).toBeCloseTo(1.1 + 4.303 * Math.sqrt(0.27), 6);
  });

  test('SK2 a leak of 2 % a day is found under noise of 5 %, and noise alone is flat', () => {
    const random = uniform(3);
    const noise = (): number => 10 * (random() - 0.5);
    expect(verdictOf(trendOf(series((day) => 100 + 2 * day + noise())), 1)).toBe('rises');
    expect(verdictOf(trendOf(series(() => 100 + noise())), 1)).toBe('flat');
  });

  test('SK2 where a rise cannot be excluded it is not called flat', () => {
    const jumping = trendOf(series((day) => (day % 2 === 0 ? 100 : 160), 6));
    expect(verdictOf(jumping, 1)).toBe('unclear');
  });

  test('SK2 two points make no trend', () => {
    expect(() => trendOf(series((day) => day, 2))).toThrow(RangeError);
  });
});
