import { describe, expect, test } from 'vitest';
import { makeGallery } from '../../server/gallery/gallery.ts';
import { matchIn } from '../../server/usecases/facesMatch.ts';
import type { Visitor } from '../../server/usecases/records.ts';
import { nobodyYet } from '../../server/usecases/records.ts';
import type { Store } from '../../server/usecases/store.ts';
import { visitorId } from '../factories/ids.ts';
import { testSet } from '../factories/server.ts';

type Known = Partial<Omit<Visitor, 'id'>> & {
  /** Directions in a plane, degrees; 0 is that of the probe. */
  readonly at: number;
  readonly visits?: number;
  readonly id: number;
};

const direction = (degrees: number): Float32Array => {
  const vector = new Float32Array(64);
  vector[0] = Math.cos((degrees / 180) * Math.PI);
  vector[1] = Math.sin((degrees / 180) * Math.PI);
  return vector;
};

/** What the probe is taken for among these; thresholds 0.7 and 0.4, a margin of 0.1, one person from 0.85. */
function matched(known: readonly Known[], own: number | null = null) {
  // So well known a population that its mean stays at nothing.
  const gallery = makeGallery({ mean: new Float32Array(64), weight: Number.MAX_SAFE_INTEGER });
  const visitors = new Map<string, Visitor>();
  const visits = new Map<string, number>();
  for (const { id, at, visits: times = 0, ...facts } of known) {
    gallery.add({ visitorId: visitorId(id), vector: direction(at) });
    visits.set(visitorId(id), times);
    visitors.set(visitorId(id), {
      ...nobodyYet,
      id: visitorId(id),
      birthYear: 1980,
      registeredAt: id,
      ...facts,
    });
  }
  const store = {
    office: { office: () => ({ population: 'asian' }) },
    visitors: { find: (id: string) => visitors.get(id) ?? null },
    tickets: { visits: (id: string) => visits.get(id) ?? 0 },
  } as unknown as Store;
  const match = matchIn(
    { store },
    { faceSet: testSet, gallery, ownAccept: () => own, isLoaded: () => true },
    direction(0),
  );
  const numberOf = ({ id }: Visitor): number => known.findIndex((one) => visitorId(one.id) === id) + 1;
  switch (match.kind) {
    case 'accepted':
      return [match.kind, numberOf(match.visitor)];
    case 'unsure':
      return [match.kind, ...match.contenders.map(numberOf)];
    case 'unknown':
      return [match.kind];
  }
}

describe('who a face may be of', () => {
  test.each<readonly [string, readonly Known[], readonly unknown[]]>([
    ['nobody in an empty gallery', [], ['unknown']],
    [
      'somebody clearly ahead',
      [
        { id: 1, at: 10 },
        { id: 2, at: 60 },
      ],
      ['accepted', 1],
    ],
    [
      'somebody only somewhat alike',
      [
        { id: 1, at: 50 },
        { id: 2, at: 90 },
      ],
      ['unsure', 1],
    ],
    [
      'two look-alikes',
      [
        { id: 1, at: 20 },
        { id: 2, at: -18, birthYear: 1990 },
      ],
      ['unsure', 2, 1],
    ],
    [
      'three look-alikes',
      [
        { id: 1, at: 20 },
        { id: 2, at: -18, birthYear: 1990 },
        { id: 3, at: 19, birthYear: 1970 },
      ],
      ['unsure', 2, 3, 1],
    ],
    [
      'one who registered twice: the newer',
      [
        { id: 1, at: 10 },
        { id: 2, at: 15 },
      ],
      ['accepted', 2],
    ],
    [
      'one who registered twice: the one with more visits',
      [
        { id: 1, at: 15, visits: 3 },
        { id: 2, at: 10, visits: 1 },
      ],
      ['accepted', 1],
    ],
    [
      'one who registered three times',
      [
        { id: 1, at: 10 },
        { id: 2, at: 12 },
        { id: 3, at: 14, visits: 1 },
      ],
      ['accepted', 3],
    ],
    [
      'one who registered twice and a look-alike',
      [
        { id: 1, at: 20 },
        { id: 2, at: 22 },
        { id: 3, at: -18, birthYear: 1990 },
      ],
      ['unsure', 3, 2],
    ],
    [
      'one who registered twice, nearest of all, and a look-alike',
      [
        { id: 1, at: 18 },
        { id: 2, at: 22 },
        { id: 3, at: -20, birthYear: 1990 },
      ],
      ['unsure', 2, 3],
    ],
    [
      'two of other years',
      [
        { id: 1, at: 10, birthYear: 1990 },
        { id: 2, at: 15 },
      ],
      ['unsure', 1, 2],
    ],
    [
      'two whose years are not known',
      [
        { id: 1, at: 10, birthYear: null },
        { id: 2, at: 15, birthYear: null },
      ],
      ['unsure', 1, 2],
    ],
    [
      'twins',
      [
        { id: 1, at: 10, name: 'Lê Thị Mai' },
        { id: 2, at: 15, name: 'Lê Thị Lan' },
      ],
      ['unsure', 1, 2],
    ],
    [
      'one who gave the name once',
      [
        { id: 1, at: 10, name: 'Lê Thị Mai' },
        { id: 2, at: 15 },
      ],
      ['accepted', 2],
    ],
    [
      'two not alike enough to be one',
      [
        { id: 1, at: 20 },
        { id: 2, at: -20 },
      ],
      ['unsure', 1, 2],
    ],
  ])('RV13 %s', (_, known, wanted) => {
    expect(matched(known)).toEqual(wanted);
  });

  test.each<readonly [number | null, readonly unknown[]]>([
    [null, ['accepted', 1]],
    [0.65, ['accepted', 1]],
    [0.78, ['unsure', 1]],
    [0.99, ['unsure', 1]],
  ])('FA22 by what its own strangers call for: %s', (own, wanted) => {
    // Cosine 0.77.
    expect(matched([{ id: 1, at: 39.6 }], own)).toEqual(wanted);
  });
});
