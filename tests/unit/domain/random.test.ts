import { describe, expect, test } from 'vitest';
import { draws, logNormal } from '../../../shared/domain/random.ts';

const sampled = 40_000;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const many = (draw: () => number): number[] => Array.from({ length: sampled }, draw);

/** The share of a standard normal above `z`, by adding up its density. */
function normalAbove(z: number): number {
  const step = 1e-3;
  let area = 0;
  for (let x = z + step / 2; x < z + 12; x += step) area += Math.exp((-x * x) / 2) * step;
  return area / Math.sqrt(2 * Math.PI);
}

describe('times drawn at random', () => {
  test.each([
    [480_000, 0.6],
    [60_000, 0.1],
    [1_200_000, 1.5],
  ])('ES1 have the mean (%i ms) and the spread (%f) asked for', (meanMs, spread) => {
    const random = draws(1);
    const law = logNormal({ meanMs, spread });
    const times = many(() => random.whole(law));
    const average = mean(times);
    expect(average / meanMs).toBeCloseTo(1, 1);
    const deviation = Math.sqrt(mean(times.map((time) => (time - average) ** 2)));
    expect(Math.abs(deviation / meanMs / spread - 1)).toBeLessThan(0.1);
    // Half of a log-normal's times are below the mean of its logarithm.
    const below = times.filter((time) => time < Math.exp(law.mean)).length / sampled;
    expect(Math.abs(below - 0.5)).toBeLessThan(0.01);
  });

  test.each([0, 0.2, 0.5, 1, 2, 4, 20])(
    'ES2 what is left after %f times the mean is what is left of services that last so long',
    (share) => {
      const meanMs = 480_000;
      const law = logNormal({ meanMs, spread: 0.6 });
      const elapsed = share * meanMs;
      const z = (Math.log(elapsed) - law.mean) / law.deviation;
      // Known in closed form: the mean of a log-normal above a bound, less the bound.
      const truth =
        share === 0 ? meanMs : (meanMs * normalAbove(z - law.deviation)) / normalAbove(z) - elapsed;
      const random = draws(2);
      const rests = many(() => random.rest(law, elapsed));
      expect(Math.min(...rests)).toBeGreaterThanOrEqual(0);
      expect(Math.abs(mean(rests) / truth - 1)).toBeLessThan(0.03);
    },
  );

  test('ES3 are the same for the same seed, and others for another', () => {
    const law = logNormal({ meanMs: 1000, spread: 0.6 });
    const first = (seed: number): number[] => {
      const random = draws(seed);
      return [random.whole(law), random.rest(law, 500), random.rest(law, 5000), random.whole(law)];
    };
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  test.each([
    [0, 0.6],
    [-1, 0.6],
    [Number.NaN, 0.6],
    [Infinity, 0.6],
    [1000, 0],
    [1000, Number.NaN],
  ])('ES4 a law with mean %f and spread %f is refused', (meanMs, spread) => {
    expect(() => logNormal({ meanMs, spread })).toThrow(RangeError);
  });
});
