import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate, Population } from '../../shared/domain/matching.ts';
import { centredCosine, commonMean } from '../../shared/domain/matching.ts';
import type { Gallery } from '../usecases/ports.ts';

const firstCapacity = 1024;

type Numbers = Float32Array | Float64Array;

/** The dot product of `b` and as many numbers of `a` from `start` on. */
function dot(a: Numbers, start: number, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[start + i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/**
 * Every template in memory, one after another in one array, searched exactly. Kept as they came; what they have in
 * common with one another and with the expected population is taken out in the comparison, so that it can change.
 */
export function makeGallery(population: Population): Gallery {
  const dimension = population.mean.length;
  let vectors = new Float32Array(firstCapacity * dimension);
  const owners: VisitorId[] = [];
  const sum = new Float64Array(dimension);

  /** The common mean and each template's products with it and itself; null after a change, until the next search. */
  let common: { readonly mean: Float64Array; readonly mm: number; readonly tm: Float64Array } | null = null;
  const tt: number[] = [];
  const findCommon = (): NonNullable<typeof common> => {
    const mean = commonMean(population, sum, owners.length);
    const tm = Float64Array.from(owners, (_, index) => dot(vectors, index * dimension, mean));
    return { mean, mm: dot(mean, 0, mean), tm };
  };

  return {
    add: ({ visitorId, vector }) => {
      if (vector.length !== dimension) throw new RangeError(`a template of ${vector.length} in ${dimension}`);
      const start = owners.length * dimension;
      if (start + dimension > vectors.length) {
        const larger = new Float32Array(vectors.length * 2);
        larger.set(vectors);
        vectors = larger;
      }
      vectors.set(vector, start);
      owners.push(visitorId);
      tt.push(dot(vector, 0, vector));
      for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
      common = null;
    },
    search: (probe) => {
      if (probe.length !== dimension) throw new RangeError(`a probe of ${probe.length} in ${dimension}`);
      common ??= findCommon();
      const { mean, mm, tm } = common;
      const own = { pp: dot(probe, 0, probe), pm: dot(probe, 0, mean), mm };
      let best: Candidate | null = null;
      let second: Candidate | null = null;
      for (const [index, visitorId] of owners.entries()) {
        const pt = dot(vectors, index * dimension, probe);
        const similarity = centredCosine({ ...own, pt, tt: tt[index] ?? 0, tm: tm[index] ?? 0 });
        const found: Candidate = { visitorId, similarity };
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
