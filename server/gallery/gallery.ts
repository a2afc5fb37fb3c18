import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate, Population } from '../../shared/domain/matching.ts';
import { centredCosine, commonMean } from '../../shared/domain/matching.ts';
import type { Gallery } from '../usecases/ports.ts';
import { dot, lengthOf, makeCoarse } from './coarse.ts';

/** Templates in one array. Whole arrays are added, so that growing copies nothing. */
const roomSize = 4096;

/**
 * Up to so many templates, what they have in common is taken anew after every change; beyond, when their number has
 * grown by a hundredth, after which it hardly changes and to take it costs more.
 */
const alwaysAnew = 4096;
const growth = 1.01;

/** More than single precision loses in the directions that the coarse pass compares. */
const directionRounding = 1e-5;

/** Beyond this, single precision could overflow; templates and probes are of length 1. */
const lengthBelow = 2 ** 64;

/**
 * Every template in memory, searched exactly by cosine without what the templates have in common with one another and
 * with the expected population: a coarse pass over bytes leaves out whoever cannot be among the answer, and the rest is
 * compared in double precision. Templates are kept as they came, since what they have in common changes.
 */
export function makeGallery(population: Population): Gallery {
  const dimension = population.mean.length;
  const coarse = makeCoarse(dimension);
  const rooms: Float32Array[] = [];
  const owners: VisitorId[] = [];
  const sum = new Float64Array(dimension);
  /** Of each template its products with itself and with the common mean, which was last taken with `meanOf` templates. */
  const tt: number[] = [];
  const tm: number[] = [];
  let mean = commonMean(population, sum, 0);
  let meanOf = 0;

  const check = (vector: Float32Array): void => {
    if (vector.length !== dimension) throw new RangeError(`a vector of ${vector.length} in ${dimension}`);
    if (!(lengthOf(vector) < lengthBelow)) throw new RangeError('a vector that is not finite');
  };
  const at = (index: number): Float32Array => {
    const start = (index % roomSize) * dimension;
    return rooms[Math.floor(index / roomSize)]?.subarray(start, start + dimension) ?? new Float32Array();
  };
  const direction = new Float32Array(dimension);
  /** The direction of what is left of a vector without the common mean, until the next call; zeros if nothing is. */
  const directionOf = (vector: Float32Array): Float32Array => {
    let squares = 0;
    for (let i = 0; i < dimension; i++) squares += ((vector[i] ?? 0) - (mean[i] ?? 0)) ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < dimension; i++) direction[i] = ((vector[i] ?? 0) - (mean[i] ?? 0)) * scale;
    return direction;
  };
  const place = (index: number): void => {
    tm[index] = dot(at(index), mean);
    coarse.put(index, directionOf(at(index)));
  };
  const isStale = (): boolean =>
    owners.length !== meanOf && (owners.length <= alwaysAnew || owners.length > meanOf * growth);
  const takeMean = (): void => {
    mean = commonMean(population, sum, owners.length);
    meanOf = owners.length;
    for (const index of owners.keys()) place(index);
  };

  return {
    add: ({ visitorId, vector }) => {
      check(vector);
      const index = owners.length;
      if (index % roomSize === 0) rooms.push(new Float32Array(roomSize * dimension));
      rooms.at(-1)?.set(vector, (index % roomSize) * dimension);
      owners.push(visitorId);
      tt.push(dot(vector, vector));
      for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
      // Otherwise the next search puts all in their places anew.
      if (!isStale()) place(index);
    },
    search: (probe) => {
      check(probe);
      if (isStale()) takeMean();
      const own = { pp: dot(probe, probe), pm: dot(probe, mean), mm: dot(mean, mean) };
      let best: Candidate | null = null;
      let second: Candidate | null = null;
      const next = coarse.towards(directionOf(probe));
      const count = owners.length;
      for (let index = next(0, -Infinity, count); index < count;) {
        const visitorId = owners[index] as VisitorId;
        const products = { ...own, pt: dot(at(index), probe), tt: tt[index] ?? 0, tm: tm[index] ?? 0 };
        const found: Candidate = { visitorId, similarity: centredCosine(products) };
        if (best === null || found.similarity > best.similarity) {
          if (best !== null && best.visitorId !== visitorId) second = best;
          best = found;
        } else if (
          visitorId !== best.visitorId &&
          (second === null || found.similarity > second.similarity)
        ) {
          second = found;
        }
        index = next(index + 1, (second?.similarity ?? -Infinity) - directionRounding, count);
      }
      return { best, second };
    },
    size: () => owners.length,
  };
}
