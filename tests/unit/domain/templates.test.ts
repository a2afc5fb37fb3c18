import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Described } from '../../../shared/domain/templates.ts';
import { mostTelling, templatesMost } from '../../../shared/domain/templates.ts';

/** A picture in a plane, at an angle in degrees. */
const at = (degrees: number, quality: number): Described => {
  const angle = (degrees / 180) * Math.PI;
  return { vector: Float32Array.of(Math.cos(angle), Math.sin(angle)), quality };
};

describe('which pictures are kept', () => {
  test.for([
    ['all while they are few', [at(0, 0.1), at(1, 0.2)], [0, 1]],
    ['of two nearly the same the better', [at(0, 0.9), at(2, 0.5), at(40, 0.1), at(80, 0.1)], [0, 2, 3]],
    ['of two as good the newer', [at(0, 0.5), at(2, 0.5), at(40, 0.5), at(80, 0.5)], [1, 2, 3]],
    ['another pose though it is less clear', [at(0, 0.9), at(5, 0.9), at(10, 0.9), at(60, 0.2)], [1, 2, 3]],
  ] as const)('ID18 %s', ([, all, kept]) => {
    expect(mostTelling(all, 3).map((one) => all.indexOf(one))).toEqual(kept);
  });

  test('ID18 are never more than five, in their order, and always some that were there', () => {
    const any = fc.array(fc.tuple(fc.nat(359), fc.float({ min: 0, max: 1, noNaN: true })), { maxLength: 9 });
    fc.assert(
      fc.property(any, (drawn) => {
        const all = drawn.map(([degrees, quality]) => at(degrees, quality));
        const places = mostTelling(all).map((one) => all.indexOf(one));
        expect(places).toHaveLength(Math.min(all.length, templatesMost));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
