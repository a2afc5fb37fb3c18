import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distribute } from '../../../shared/domain/counterPreset.ts';

const fields = (...loads: number[]) => loads.map((load, i) => ({ id: i + 1, load }));

describe('fields for so many counters', () => {
  test.each<readonly [string, number[], number, number[][]]>([
    ['the heaviest alone, light ones together', [9, 2, 3, 4], 2, [[1], [2, 3, 4]]],
    ['one each', [5, 1, 3], 3, [[1], [2], [3]]],
    ['a second counter for the busiest', [5, 9, 3], 4, [[1], [2], [2], [3]]],
    ['a third for one that is still the busiest', [2, 30], 4, [[1], [2], [2], [2]]],
    ['all at one', [3, 1, 2], 1, [[1, 2, 3]]],
    ['without fields', [], 2, [[], []]],
  ])('AS1 %s', (_, loads, counters, wanted) => {
    expect(distribute(fields(...loads), counters)).toEqual(wanted);
  });

  test('AS2 every field is served, every counter serves something, and none has twice what another could take', () => {
    const loads = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 24 }), (given, counters) => {
        const all = fields(...given);
        const served = distribute(all, counters);
        expect(served).toHaveLength(counters);
        expect(new Set(served.flat())).toEqual(new Set(all.map(({ id }) => id)));
        for (const one of served) {
          expect(one.length).toBeGreaterThan(0);
          expect(one).toEqual(one.toSorted((a, b) => a - b));
        }
        if (counters > all.length) return;
        const sums = served.map((ids) => ids.reduce((sum, id) => sum + (given[id - 1] ?? 0), 0));
        // The last field put to the busiest counter was put there because it had least.
        const lightest = Math.min(...sums);
        const busiest = served[sums.indexOf(Math.max(...sums))] ?? [];
        const last = Math.min(...busiest.map((id) => given[id - 1] ?? 0));
        if (busiest.length > 1) expect(Math.max(...sums) - last).toBeLessThanOrEqual(lightest);
      }),
    );
  });
});
