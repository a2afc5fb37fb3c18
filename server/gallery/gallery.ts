import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate } from '../../shared/domain/matching.ts';
import type { Gallery } from '../usecases/ports.ts';
import { lengthOf, makeCoarse } from './coarse.ts';
import { lanes } from './scan.ts';

/** Templates in one array. Whole arrays are added, so that growing copies nothing. */
const roomSize = 4096;

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

  const similarity = (index: number, probe: Float32Array): number => {
    const room = rooms[Math.floor(index / roomSize)];
    const start = (index % roomSize) * dimension;
    let sum = 0;
    for (let i = 0; i < dimension; i++) sum += (room?.[start + i] ?? 0) * (probe[i] ?? 0);
    return sum;
  };

  return {
    add: ({ visitorId, vector }) => {
      check(vector);
      const index = owners.length;
      coarse.put(index, vector);
      if (index % roomSize === 0) rooms.push(new Float32Array(roomSize * dimension));
      rooms.at(-1)?.set(vector, (index % roomSize) * dimension);
      owners.push(visitorId);
    },
    search: (probe) => {
      check(probe);
      let best: Candidate | null = null;
      let second: Candidate | null = null;
      const next = coarse.towards(probe);
      const count = owners.length;
      let group = next(0, -Infinity, count);
      while (group < count) {
        for (const [lane, visitorId] of owners.slice(group, group + lanes).entries()) {
          const found: Candidate = { visitorId, similarity: similarity(group + lane, probe) };
          if (best === null || found.similarity > best.similarity) {
            if (best !== null && best.visitorId !== visitorId) second = best;
            best = found;
          } else if (
            visitorId !== best.visitorId &&
            (second === null || found.similarity > second.similarity)
          ) {
            second = found;
          }
        }
        group = next(group + lanes, second?.similarity ?? -Infinity, count);
      }
      return { best, second };
    },
    size: () => owners.length,
  };
}
