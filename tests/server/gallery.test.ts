import { array, assert, constantFrom, float, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeGallery } from '../../server/gallery/gallery.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Population } from '../../shared/domain/matching.ts';
import { visitorId } from '../factories/ids.ts';
import { embeddingOf } from '../factories/visitors.ts';

const dimension = 8;
type Template = { readonly visitorId: VisitorId; readonly vector: Float32Array };

const anyVector = array(float({ min: -1, max: 1, noNaN: true }), {
  minLength: dimension,
  maxLength: dimension,
}).map((numbers) => Float32Array.from(numbers));

const anyTemplate = record({
  visitorId: integer({ min: 1, max: 6 }).map(visitorId),
  vector: anyVector,
});

/** What is expected of the population: `weight` times a direction of its own. */
const populationOf = (size: number, weight = 10): Population => ({
  mean: embeddingOf(77, 0, size).map((x) => x / 2),
  weight,
});

const product = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** The cosine of what is left of both without the mean; 0 where nothing is left. */
function cosine(a: Float32Array, b: Float32Array, mean: readonly number[]): number {
  const [left, right] = [a, b].map((vector) => Array.from(vector, (x, i) => x - (mean[i] ?? 0)));
  const length = Math.sqrt(product(left ?? [], left ?? []) * product(right ?? [], right ?? []));
  return length > 1e-9 ? product(left ?? [], right ?? []) / length : 0;
}

/** For each visitor their most similar template, most similar visitor first; in double precision. */
function bruteForce(templates: readonly Template[], probe: Float32Array): (readonly [VisitorId, number])[] {
  const best = new Map<VisitorId, number>();
  const { mean: prior, weight } = populationOf(probe.length);
  const mean = Array.from(
    prior,
    (x, i) =>
      templates.reduce((sum, { vector }) => sum + (vector[i] ?? 0), weight * x) / (weight + templates.length),
  );
  for (const { visitorId: owner, vector } of templates)
    best.set(owner, Math.max(best.get(owner) ?? -Infinity, cosine(vector, probe, mean)));
  return [...best].toSorted(([, a], [, b]) => b - a);
}

function expectSame(templates: readonly Template[], probe: Float32Array): void {
  const gallery = makeGallery(populationOf(probe.length));
  for (const template of templates) gallery.add(template);
  const { best, second } = gallery.search(probe);
  const wanted = bruteForce(templates, probe);
  expect(gallery.size()).toBe(templates.length);
  expect([best?.similarity, second?.similarity].map((x) => x ?? null)).toEqual(
    [wanted[0]?.[1] ?? null, wanted[1]?.[1] ?? null].map((x) =>
      x === null ? null : (expect.closeTo(x, 9) as unknown),
    ),
  );
  if (best === null) return;
  expect(second?.visitorId).not.toBe(best.visitorId);
  // Where two are equally similar either may be named.
  const similarityOf = new Map(wanted);
  expect(similarityOf.get(best.visitorId)).toBeCloseTo(best.similarity, 9);
  if (second !== null) expect(similarityOf.get(second.visitorId)).toBeCloseTo(second.similarity, 9);
}

describe('the gallery', () => {
  test('GA1 finds the two most similar visitors as brute force in double precision does', () => {
    assert(property(array(anyTemplate, { maxLength: 30 }), anyVector, expectSame), { numRuns: 500 });
  });

  test('GA1 also when templates are the same, opposite or nothing', () => {
    const plain = embeddingOf(1, 0, dimension);
    const vectors = [plain, plain.map((x) => -x), new Float32Array(dimension), embeddingOf(2, 0, dimension)];
    const anyPlain = record({
      visitorId: integer({ min: 1, max: 4 }).map(visitorId),
      vector: constantFrom(...vectors),
    });
    assert(property(array(anyPlain, { maxLength: 12 }), constantFrom(...vectors), expectSame), {
      numRuns: 500,
    });
  });

  test('GA2 grows past its first room, with several templates of each visitor', () => {
    const templates = Array.from({ length: 3_000 }, (_, i) => ({
      visitorId: visitorId(1 + (i % 700)),
      vector: embeddingOf(1 + (i % 700), Math.floor(i / 700), 64),
    }));
    for (const person of [1, 350, 700, 9_999]) expectSame(templates, embeddingOf(person, 77, 64));
  });

  test('FA11 tells people of a population apart by what they do not have in common', () => {
    const common = embeddingOf(500, 0, 64);
    const of = (person: number, shot: number): Float32Array =>
      embeddingOf(person, shot, 64).map((x, i) => (common[i] ?? 0) + x / 4);
    const gallery = makeGallery({ mean: new Float32Array(64), weight: 10 });
    for (let person = 1; person <= 40; person++)
      gallery.add({ visitorId: visitorId(person), vector: of(person, 0) });
    const { best, second } = gallery.search(of(7, 1));
    expect(best?.visitorId).toBe(visitorId(7));
    // With what all have in common left in, everybody is like everybody: above 0.9.
    expect(second?.similarity).toBeLessThan(0.6);
  });

  test('GA3 takes nothing of another dimension', () => {
    const gallery = makeGallery(populationOf(dimension));
    const long = new Float32Array(dimension + 1);
    expect(() => gallery.add({ visitorId: visitorId(1), vector: long })).toThrow(RangeError);
    expect(() => gallery.search(long)).toThrow(RangeError);
    expect(gallery.size()).toBe(0);
  });
});
