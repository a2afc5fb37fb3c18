import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latestOfAge } from '../../../shared/domain/age.ts';
import type { AskedYear } from '../../../shared/domain/secondFact.ts';
import { birthYearsOffered } from '../../../shared/domain/secondFact.ts';

const digestOf = (id: number): Uint8Array => createHash('sha256').update(String(id)).digest();
const latest = 2009;
const anyAsked: fc.Arbitrary<AskedYear> = fc.record({
  birthYear: fc.integer({ min: 1900, max: latest }),
  latest: fc.constant(latest),
  digest: fc.integer().map(digestOf),
});

describe('the years offered', () => {
  test('RV5 are four different ones, ascending, with the right one among them, near it and of age', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const years = birthYearsOffered([asked]);
        expect(new Set(years).size).toBe(4);
        expect(years).toEqual(years.toSorted((a, b) => a - b));
        expect(years).toContain(asked.birthYear);
        for (const year of years) {
          expect(Math.abs(year - asked.birthYear)).toBeLessThanOrEqual(12);
          expect(year).toBeLessThanOrEqual(latest);
          expect(year).toBeGreaterThanOrEqual(1900);
        }
        expect(birthYearsOffered([asked])).toEqual(years);
      }),
    );
  });

  test('RV5 do not tell by their order which one is right', () => {
    const places = [0, 0, 0, 0];
    for (let id = 0; id < 4_000; id++) {
      const place = birthYearsOffered([{ birthYear: 1970, latest, digest: digestOf(id) }]).indexOf(1970);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const times of places) expect(times / 4_000).toBeCloseTo(0.25, 1);
  });

  test('RV6 of two visitors hold the year of each, whoever is named first', () => {
    fc.assert(
      fc.property(anyAsked, anyAsked, (one, other) => {
        fc.pre(one.birthYear !== other.birthYear);
        const years = birthYearsOffered([one, other]);
        expect(new Set(years).size).toBe(4);
        expect(years).toContain(one.birthYear);
        expect(years).toContain(other.birthYear);
        // As many that go with the one as with the other.
        const near = ({ birthYear }: AskedYear): number =>
          years.filter((year) => Math.abs(year - birthYear) <= 12).length;
        expect(near(one)).toBeGreaterThanOrEqual(2);
        expect(near(other)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

test('RV10 who turns 16 this year may not have done so yet', () => {
  expect(latestOfAge(2026)).toBe(2009);
});
