import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate } from '../../shared/domain/matching.ts';
import type { Gallery } from '../usecases/ports.ts';

const firstCapacity = 1024;

/**
 * Every template in memory, one after another in one array, searched exactly.
 * @param dimension length of each template; all are L2-normalised, so that their dot product is their cosine.
 */
export function makeGallery(dimension: number): Gallery {
  let vectors = new Float32Array(firstCapacity * dimension);
  const owners: VisitorId[] = [];

  const similarity = (index: number, probe: Float32Array): number => {
    const start = index * dimension;
    let sum = 0;
    for (let i = 0; i < dimension; i++) sum += (vectors[start + i] ?? 0) * (probe[i] ?? 0);
    return sum;
  };

  return {
    add: ({ visitorId, vector }) => {
      if (vector.length !== dimension) throw new RangeError(`a template of ${vector.length} in ${dimension}`);
      if ((owners.length + 1) * dimension > vectors.length) {
        const larger = new Float32Array(vectors.length * 2);
        larger.set(vectors);
        vectors = larger;
      }
      vectors.set(vector, owners.length * dimension);
      owners.push(visitorId);
    },
    search: (probe) => {
      if (probe.length !== dimension) throw new RangeError(`a probe of ${probe.length} in ${dimension}`);
      let best: Candidate | null = null;
      let second: Candidate | null = null;
      for (const [index, visitorId] of owners.entries()) {
        const found: Candidate = { visitorId, similarity: similarity(index, probe) };
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
      return { best, second };
    },
    size: () => owners.length,
  };
}
