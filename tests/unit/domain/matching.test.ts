import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../shared/domain/matching.ts';
import {
  centredCosine,
  commonMean,
  decide,
  meanEmbedding,
  thresholdsFor,
} from '../../../shared/domain/matching.ts';
import { visitorId } from '../../factories/ids.ts';
import { embeddingOf } from '../../factories/visitors.ts';

const thresholds = { accept: 0.5, unsure: 0.25, margin: 0.125 };
const best = (similarity: number): Candidate => ({ visitorId: visitorId(1), similarity });
const second = (similarity: number): Candidate => ({ visitorId: visitorId(2), similarity });

describe('what a search result means', () => {
  test.each<readonly [string, number | null, number | null, string]>([
    ['an empty gallery', null, null, 'unknown'],
    ['nobody alike', 0.1, null, 'unknown'],
    ['just below unsure', 0.2499, 0.1, 'unknown'],
    ['unsure exactly', 0.25, 0, 'unsure'],
    ['just below accept', 0.4999, 0, 'unsure'],
    ['accept exactly, the only one enrolled', 0.5, null, 'accepted'],
    ['clearly ahead of the second', 0.8, 0.3, 'accepted'],
    ['ahead by the margin exactly', 0.625, 0.5, 'accepted'],
    ['two who look alike', 0.9, 0.8, 'unsure'],
    ['twins', 0.9, 0.9, 'unsure'],
    ['a similarity that is not a number', Number.NaN, null, 'unknown'],
    ['a second that is not a number', 0.9, Number.NaN, 'unsure'],
    ['opposite', -1, -1, 'unknown'],
  ])('MA1 %s', (_, first, next, kind) => {
    const decision = decide(
      first === null ? null : best(first),
      next === null ? null : second(next),
      thresholds,
    );
    expect(decision).toEqual(kind === 'accepted' ? { kind, visitorId: visitorId(1) } : { kind });
  });

  test('MA2 only an accepted answer names anybody, and it names the best', () => {
    const any = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const decision = decide(best(Math.max(a, b)), second(Math.min(a, b)), thresholds);
        expect('visitorId' in decision).toBe(decision.kind === 'accepted');
      }),
    );
  });
});

const vector = (dimension: number) =>
  fc
    .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: dimension, maxLength: dimension })
    .filter((values) => values.some((x) => Math.abs(x) > 1e-3));
const vectors = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.array(vector(16), { minLength: count, maxLength: count }));

const lengthOf = (values: ArrayLike<number>): number =>
  Math.sqrt(Array.from(values).reduce((sum, x) => sum + x * x, 0));
/** Equal but for rounding. */
const expectAlike = (a: ArrayLike<number> | null, b: ArrayLike<number> | null): void => {
  expect(a?.length).toBe(b?.length);
  Array.from(a ?? []).forEach((x, i) => expect(Math.abs(x - (b?.[i] ?? Number.NaN))).toBeLessThan(1e-5));
};

const cosine = (a: ArrayLike<number> | null, b: ArrayLike<number>): number =>
  Array.from(a ?? []).reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe('the mean of several embeddings', () => {
  test('MA3 has length 1 and does not depend on their order or scale', () => {
    fc.assert(
      fc.property(vectors, fc.double({ min: 0.01, max: 100, noNaN: true }), (given, scale) => {
        const mean = meanEmbedding(given);
        fc.pre(mean !== null);
        expect(lengthOf(mean)).toBeCloseTo(1, 5);
        expectAlike(meanEmbedding(given.toReversed()), mean);
        expectAlike(
          meanEmbedding(given.map((values, i) => (i === 0 ? values.map((x) => x * scale) : values))),
          mean,
        );
      }),
    );
  });

  test('MA4 of one, or of the same again and again, is it made of length 1', () => {
    fc.assert(
      fc.property(vector(16), fc.integer({ min: 1, max: 12 }), (given, times) => {
        const unit = given.map((x) => x / lengthOf(given));
        const mean = meanEmbedding(Array.from({ length: times }, () => given));
        expect(mean).toHaveLength(16);
        expectAlike(mean, unit);
      }),
    );
  });

  test('MA5 is nearer to another picture of the person than one picture is', () => {
    const probe = embeddingOf(1, 9);
    const shots = [1, 2, 3].map((shot) => embeddingOf(1, shot));
    for (const shot of shots)
      expect(cosine(meanEmbedding(shots), probe)).toBeGreaterThan(cosine(shot, probe));
    expect(Math.abs(cosine(meanEmbedding(shots), embeddingOf(2)))).toBeLessThan(0.4);
  });

  test.each<readonly [string, readonly (readonly number[])[]]>([
    ['none', []],
    ['no numbers', [[]]],
    ['different dimensions', [[1, 0], [1]]],
    ['nothing but zeros', [[0, 0]]],
    [
      'zeros among others',
      [
        [1, 0],
        [0, 0],
      ],
    ],
    ['a number that is none', [[1, Number.NaN]]],
    ['an infinite number', [[1, Infinity]]],
    ['infinite and none', [[Infinity, Number.NaN]]],
    [
      'what cancels out',
      [
        [1, 0],
        [-2, 0],
      ],
    ],
  ])('MA6 there is no mean of %s', (_, given) => {
    expect(meanEmbedding(given)).toBeNull();
  });

  test('MA7 is right for the largest embeddings and numbers the contract lets in, and beyond', () => {
    for (const size of [100, 1e-100, 1e200]) {
      const mean = meanEmbedding(
        Array.from({ length: 12 }, () => Array.from({ length: 2048 }, (_, i) => (i % 2 ? size : -size))),
      );
      expect(mean).toHaveLength(2048);
      expect(mean?.[1]).toBeCloseTo(1 / Math.sqrt(2048), 7);
    }
  });
});

describe('what is asked of a match', () => {
  const measured = { ...thresholds, enrolled: 100, perTenfold: 0.1 };

  test.each([
    [100, 0.5, 0.25],
    [1_000, 0.6, 0.35],
    [10, 0.4, 0.15],
    [1, 0.3, 0.05],
    [0, 0.3, 0.05],
  ])('FA12 rises with the number of templates: %i', (templates, accept, unsure) => {
    const asked = thresholdsFor(measured, templates);
    expect(asked.accept).toBeCloseTo(accept, 9);
    expect(asked.unsure).toBeCloseTo(unsure, 9);
    expect(asked.margin).toBe(thresholds.margin);
  });
});

describe('what a population has in common', () => {
  test('FA11 is what was expected until people are enrolled, and then more and more theirs', () => {
    const population = { mean: Float32Array.of(1, 0), weight: 10 };
    const mean = (count: number): number[] => [...commonMean(population, Float64Array.of(0, count), count)];
    expect(mean(0)).toEqual([1, 0]);
    expect(mean(10)).toEqual([0.5, 0.5]);
    expect(mean(990)).toEqual([0.01, 0.99]);
    expect([...commonMean({ ...population, weight: 0 }, Float64Array.of(0, 0), 0)]).toEqual([0, 0]);
  });

  test('FA11 without it the cosine is that of the differences, and 0 where there is none', () => {
    const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
    const centred = (p: readonly number[], t: readonly number[], m: readonly number[]): number =>
      centredCosine({
        pt: dot(p, t),
        pp: dot(p, p),
        tt: dot(t, t),
        pm: dot(p, m),
        tm: dot(t, m),
        mm: dot(m, m),
      });
    fc.assert(
      fc.property(numbers, numbers, numbers, (p, t, m) => {
        const [a, b] = [p, t].map((one) => one.map((x, i) => x - (m[i] ?? 0)));
        const lengths = Math.sqrt(dot(a ?? [], a ?? []) * dot(b ?? [], b ?? []));
        fc.pre(lengths > 1e-3);
        expect(centred(p, t, m)).toBeCloseTo(dot(a ?? [], b ?? []) / lengths, 9);
      }),
    );
    expect(centred([1, 0], [1, 0], [1, 0])).toBe(0);
  });
});
