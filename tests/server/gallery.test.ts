import { array, assert, constantFrom, float, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCoarse } from '../../server/gallery/coarse.ts';
import { makeGallery } from '../../server/gallery/gallery.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
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

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** For each visitor their most similar template, most similar visitor first; in double precision. */
function bruteForce(templates: readonly Template[], probe: Float32Array): (readonly [VisitorId, number])[] {
  const best = new Map<VisitorId, number>();
  for (const { visitorId: owner, vector } of templates)
    best.set(owner, Math.max(best.get(owner) ?? -Infinity, cosine(vector, probe)));
  return [...best].toSorted(([, a], [, b]) => b - a);
}

function expectSame(templates: readonly Template[], probe: Float32Array): void {
  const gallery = makeGallery(probe.length);
  for (const template of templates) gallery.add(template);
  const { best, second } = gallery.search(probe);
  const wanted = bruteForce(templates, probe);
  expect(gallery.size()).toBe(templates.length);
  expect([best?.similarity, second?.similarity].map((x) => x ?? null)).toEqual(
    [wanted[0]?.[1] ?? null, wanted[1]?.[1] ?? null].map((x) =>
      x === null ? null : (expect.closeTo(x, 12) as unknown),
    ),
  );
  if (best === null) return;
  expect(second?.visitorId).not.toBe(best.visitorId);
  // Where two are equally similar either may be named.
  const similarityOf = new Map(wanted);
  expect(similarityOf.get(best.visitorId)).toBeCloseTo(best.similarity, 12);
  if (second !== null) expect(similarityOf.get(second.visitorId)).toBeCloseTo(second.similarity, 12);
}

/** Ten faces with nine near twins each, the nearest a rounding away; more templates than one group holds. */
function expectSameAmongTwins(size: number, person: number): void {
  const templates = Array.from({ length: 100 }, (_, i) => {
    const one = embeddingOf(person + (i % 10), 0, size);
    const other = embeddingOf(person + i, 1, size);
    const share = 10 ** -(2 + Math.floor(i / 15));
    return { visitorId: visitorId(i), vector: one.map((x, at) => x + share * (other[at] ?? 0)) };
  });
  for (const shot of [0, 5]) expectSame(templates, embeddingOf(person + 3, shot, size));
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

  test('GA1 in any dimension, among faces that differ less than the coarse pass can tell', () => {
    assert(property(constantFrom(1, 3, 16, 17, 128, 1152), integer(), expectSameAmongTwins), {
      numRuns: 60,
    });
  });

  test('GA2 grows past its first room, with several templates of each visitor', () => {
    const templates = Array.from({ length: 3_000 }, (_, i) => ({
      visitorId: visitorId(1 + (i % 700)),
      vector: embeddingOf(1 + (i % 700), Math.floor(i / 700), 64),
    }));
    for (const person of [1, 350, 700, 9_999]) expectSame(templates, embeddingOf(person, 77, 64));
  });

  test('GA3 takes nothing of another dimension', () => {
    const gallery = makeGallery(dimension);
    const long = new Float32Array(dimension + 1);
    expect(() => gallery.add({ visitorId: visitorId(1), vector: long })).toThrow(RangeError);
    expect(() => gallery.search(long)).toThrow(RangeError);
    expect(gallery.size()).toBe(0);
  });

  test.each([Number.NaN, Infinity, -Infinity, 1e20])('GA3 takes no vector with a %s in it', (wrong) => {
    const gallery = makeGallery(dimension);
    const spoiled = embeddingOf(1, 0, dimension);
    spoiled[3] = wrong;
    expect(() => gallery.add({ visitorId: visitorId(1), vector: spoiled })).toThrow(RangeError);
    expect(() => gallery.search(spoiled)).toThrow(RangeError);
    gallery.add({ visitorId: visitorId(2), vector: embeddingOf(1, 0, dimension) });
    expect(gallery.search(embeddingOf(1, 0, dimension)).best?.visitorId).toBe(visitorId(2));
  });
});

/** Every template that the coarse pass does not leave out, by index. */
function keptBy(
  templates: readonly Float32Array[],
  probe: Float32Array,
  least: number,
  centre: Float32Array = new Float32Array(probe.length),
): number[] {
  const coarse = makeCoarse(probe.length);
  coarse.recentre(centre);
  for (const [index, template] of templates.entries()) coarse.put(index, template);
  const next = coarse.towards(probe);
  const kept: number[] = [];
  for (let at = next(0, least, templates.length); at < templates.length;) {
    kept.push(at);
    at = next(at + 1, least, templates.length);
  }
  return kept;
}

describe('the coarse pass', () => {
  const anyNumber = float({ min: -8, max: 8, noNaN: true });
  const anySize = integer({ min: 1, max: 40 });
  const anyCase = anySize.chain((size) => {
    const anyOfSize = array(anyNumber, { minLength: size, maxLength: size }).map((x) => Float32Array.from(x));
    return record({
      templates: array(anyOfSize, { minLength: 1, maxLength: 12 }),
      probe: anyOfSize,
      centre: anyOfSize,
    });
  });

  test('GA4 leaves out nobody who is more similar than what is asked for', () => {
    assert(
      property(anyCase, ({ templates, probe, centre }) => {
        const similarities = templates.map((template) => cosine(template, probe));
        for (const least of similarities) {
          const kept = keptBy(templates, probe, least, centre);
          for (const [index, similarity] of similarities.entries())
            if (similarity > least) expect(kept).toContain(index);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('GA5 leaves out nearly everybody else', () => {
    const templates = Array.from({ length: 20_000 }, (_, person) => embeddingOf(person));
    const kept = keptBy(templates, embeddingOf(77, 5), 0.5);
    expect(kept).toContain(77);
    expect(kept.length).toBeLessThan(5);
  });

  test('GA5 also when all faces are alike, once it knows what they have in common', () => {
    const common = embeddingOf(0);
    const alike = (face: Float32Array) => {
      const sum = face.map((x, i) => 0.2 * x + 0.98 * (common[i] ?? 0));
      const length = Math.sqrt(cosine(sum, sum));
      return sum.map((x) => x / length);
    };
    const templates = Array.from({ length: 20_000 }, (_, person) => alike(embeddingOf(person + 1)));
    const probe = alike(embeddingOf(78, 5));
    const least = cosine(templates[77] ?? probe, probe) - 0.01;
    expect(templates.filter((template) => cosine(template, probe) > least)).toHaveLength(1);
    expect(keptBy(templates, probe, least).length).toBeGreaterThan(10);
    expect(keptBy(templates, probe, least, common)).toEqual([77]);
  });
});
