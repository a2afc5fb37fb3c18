import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws, logNormal, uniform } from '../../../shared/domain/random.ts';
import { acceptFromStrangers, strangersNeeded } from '../../../shared/domain/strangers.ts';
import { samePersonFrom, thresholdsFor } from '../../../shared/domain/matching.ts';

/** Standard normal numbers, as the logarithms of log-normal ones. */
function normals(seed: number): () => number {
  const law = logNormal({ meanMs: 1, spread: 1 });
  const { whole } = draws(seed);
  return () => (Math.log(whole(law)) - law.mean) / law.deviation;
}

/** How alike the most similar of `others` strangers is, `count` times; one stranger to another 0.1 on the average. */
function bestOf(count: number, others: number, seed: number): number[] {
  const normal = normals(seed);
  return Array.from({ length: count }, () =>
    Math.max(...Array.from({ length: others }, () => 0.1 * normal())),
  );
}

describe('what the strangers in a gallery call for', () => {
  test('FA21 is nothing while there are too few', () => {
    expect(acceptFromStrangers(bestOf(strangersNeeded - 1, 200, 1))).toBeNull();
    expect(acceptFromStrangers(bestOf(strangersNeeded, 200, 1))).not.toBeNull();
  });

  test.each([200, 500])('FA21 lets in about one stranger in a thousand, with %i enrolled', (enrolled) => {
    const taken = [1, 2].map((seed) => {
      const accept = acceptFromStrangers(bestOf(enrolled, enrolled, seed)) ?? 0;
      return bestOf(4_000, enrolled, seed + 100).filter((similarity) => similarity >= accept).length / 4_000;
    });
    const mean = taken.reduce((sum, share) => sum + share, 0) / taken.length;
    expect(mean).toBeLessThan(0.003);
    expect(mean).toBeGreaterThan(0.0001);
  });

  test('FA21 hardly changes when a few people are enrolled twice, and not with the order', () => {
    const best = bestOf(400, 400, 7);
    const plain = acceptFromStrangers(best) ?? 0;
    const twice = best.map((similarity, i) => (i % 50 === 0 ? 0.9 : similarity));
    expect(Math.abs((acceptFromStrangers(twice) ?? 0) - plain)).toBeLessThan(0.03);
    const random = uniform(3);
    expect(acceptFromStrangers(best.toSorted(() => random() - 0.5))).toBe(plain);
  });
});

describe('the threshold of an office', () => {
  const measured = { accept: 0.6, unsure: 0.5, margin: 0.05, enrolled: 100, perTenfold: 0.05 };

  test('FA22 is its own within bounds around the measured one, and unsure moves along', () => {
    const any = fc.option(fc.double({ min: 0, max: 1.5, noNaN: true }));
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 1_000_000 }), (own, templates) => {
        const plain = thresholdsFor(measured, templates);
        const asked = thresholdsFor(measured, templates, own);
        expect(asked.accept).toBeGreaterThanOrEqual(plain.accept - 0.05 - 1e-9);
        expect(asked.accept).toBeLessThanOrEqual(plain.accept + 0.1 + 1e-9);
        expect(asked.accept - asked.unsure).toBeCloseTo(0.1, 9);
        if (own === null) expect(asked).toEqual(plain);
        else if (own > plain.accept - 0.05 && own < plain.accept + 0.1)
          expect(asked.accept).toBeCloseTo(own, 9);
      }),
    );
  });

  test('FA23 two templates of one person are far more alike than it asks for', () => {
    expect(samePersonFrom({ accept: 0.6 })).toBeCloseTo(0.8, 9);
  });
});
