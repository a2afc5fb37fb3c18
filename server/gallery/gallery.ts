import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate, Population } from '../../shared/domain/matching.ts';
import type { Gallery } from '../usecases/ports.ts';
import { makeCentred } from './centred.ts';
import { lengthOf } from './coarse.ts';

/** Beyond this, single precision could overflow; templates and probes are of length 1. */
const lengthBelow = 2 ** 64;

/** The two best of different visitors, of those shown so far. */
function bestTwo() {
  const found: { best: Candidate | null; second: Candidate | null } = { best: null, second: null };
  const see = (visitorId: VisitorId, similarity: number): void => {
    const { best, second } = found;
    if (best === null || similarity > best.similarity) {
      if (best !== null && best.visitorId !== visitorId) found.second = best;
      found.best = { visitorId, similarity };
    } else if (visitorId !== best.visitorId && (second === null || similarity > second.similarity)) {
      found.second = { visitorId, similarity };
    }
  };
  return { found, see };
}

/**
 * Every template in memory, searched exactly by cosine without what the templates have in common with one another and
 * with the expected population: a coarse pass over bytes leaves out whoever cannot be among the answer, and the rest is
 * compared in double precision.
 */
export function makeGallery(population: Population): Gallery {
  const dimension = population.mean.length;
  const { owners, add, remove, at, likeness, walk, settle } = makeCentred(population);
  const check = (vector: Float32Array): void => {
    if (vector.length !== dimension) throw new RangeError(`a vector of ${vector.length} in ${dimension}`);
    if (!(lengthOf(vector) < lengthBelow)) throw new RangeError('a vector that is not finite');
  };
  const placesOf = (visitorId: VisitorId): number[] => {
    const places: number[] = [];
    for (let index = owners.indexOf(visitorId); index >= 0; index = owners.indexOf(visitorId, index + 1))
      places.push(index);
    return places;
  };

  return {
    add: ({ visitorId, vector }) => {
      check(vector);
      add(visitorId, vector);
    },
    replace: (visitorId, vectors) => {
      for (const vector of vectors) check(vector);
      // From the end, so that what takes a place is never one that is still to go.
      for (const index of placesOf(visitorId).toReversed()) remove(index);
      for (const vector of vectors) add(visitorId, vector);
    },
    search: (probe, except) => {
      check(probe);
      const { found, see } = bestTwo();
      walk(
        probe,
        () => found.second?.similarity ?? -Infinity,
        (visitorId, similarity) => {
          if (except?.has(visitorId) !== true) see(visitorId, similarity);
        },
      );
      return found;
    },
    likeness: (one, other) => {
      const others = placesOf(other);
      return Math.max(
        -Infinity,
        ...placesOf(one).flatMap((place) => others.map((index) => likeness(place, index))),
      );
    },
    nearestStranger: (visitorId, below) => {
      let nearest = -Infinity;
      const index = owners.indexOf(visitorId);
      const see = (owner: VisitorId, similarity: number): void => {
        if (owner !== visitorId && similarity < below) nearest = Math.max(nearest, similarity);
      };
      if (index >= 0) walk(at(index), () => nearest, see);
      return nearest;
    },
    visitors: (most) => {
      const picked = Math.min(most, owners.length);
      const ownerOf = (i: number): VisitorId => owners[Math.floor((i * owners.length) / picked)] as VisitorId;
      return [...new Set(Array.from({ length: picked }, (_, i) => ownerOf(i)))];
    },
    settle,
    size: () => owners.length,
  };
}
