import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate } from '../../shared/domain/matching.ts';
import type { Gallery } from '../usecases/ports.ts';
import { dot, lengthOf, makeCoarse } from './coarse.ts';

/** Templates in one array. Whole arrays are added, so that growing copies nothing. */
const roomSize = 4096;

/** With how many templates their mean is taken anew; after that it hardly changes. */
const recentreAt: readonly number[] = [16, 256, 4096];

/** Beyond this, single precision could overflow; templates and probes are of length 1. */
const lengthBelow = 2 ** 64;

/**
 * Every template in memory, searched exactly: a coarse pass over bytes leaves out whoever cannot be among the answer,
 * and the rest is compared in double precision.
 * @param dimension length of each template; all are L2-normalised, so that their dot product is their cosine.
 */
export function makeGallery(dimension: number): Gallery {
  const coarse = makeCoarse(dimension);
  const rooms: Float32Array[] = [];
  const owners: VisitorId[] = [];

  const check = (vector: Float32Array): void => {
    if (vector.length !== dimension) throw new RangeError(`a vector of ${vector.length} in ${dimension}`);
    if (!(lengthOf(vector) < lengthBelow)) throw new RangeError('a vector that is not finite');
  };

  const at = (index: number): Float32Array => {
    const start = (index % roomSize) * dimension;
    return rooms[Math.floor(index / roomSize)]?.subarray(start, start + dimension) ?? new Float32Array();
  };

  const recentre = (): void => {
    const mean = new Float64Array(dimension);
    for (const index of owners.keys())
      for (const [i, number] of at(index).entries()) mean[i] = (mean[i] ?? 0) + number / owners.length;
    coarse.recentre(Float32Array.from(mean));
    for (const index of owners.keys()) coarse.put(index, at(index));
  };

  return {
    add: ({ visitorId, vector }) => {
      check(vector);
      const index = owners.length;
      coarse.put(index, vector);
      if (index % roomSize === 0) rooms.push(new Float32Array(roomSize * dimension));
      rooms.at(-1)?.set(vector, (index % roomSize) * dimension);
      owners.push(visitorId);
      if (recentreAt.includes(owners.length)) recentre();
    },
    search: (probe) => {
      check(probe);
      let best: Candidate | null = null;
      let second: Candidate | null = null;
      const next = coarse.towards(probe);
      const count = owners.length;
      for (let index = next(0, -Infinity, count); index < count;) {
        const visitorId = owners[index] as VisitorId;
        const found: Candidate = { visitorId, similarity: dot(at(index), probe) };
        if (best === null || found.similarity > best.similarity) {
          if (best !== null && best.visitorId !== visitorId) second = best;
          best = found;
        } else if (
          visitorId !== best.visitorId &&
          (second === null || found.similarity > second.similarity)
        ) {
          second = found;
        }
        index = next(index + 1, second?.similarity ?? -Infinity, count);
      }
      return { best, second };
    },
    size: () => owners.length,
  };
}
