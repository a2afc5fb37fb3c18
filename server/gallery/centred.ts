import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Population } from '../../shared/domain/matching.ts';
import { centredCosine, commonMean } from '../../shared/domain/matching.ts';
import { dot, makeCoarse } from './coarse.ts';
import { makeRooms } from './rooms.ts';

/**
 * Up to so many templates, what they have in common is taken anew after every change; beyond, `settle` does it once a
 * hundredth has changed: it hardly moves any more and to take it costs more.
 */
const alwaysAnew = 512;
const worthSettling = 0.01;

/** More than single precision loses in the directions that the coarse pass compares. */
const directionRounding = 1e-5;

/** Templates by index, compared without what they have in common. Vectors are of the right dimension and finite. */
export type Centred = {
  /** Whose each template is. */
  readonly owners: readonly VisitorId[];
  readonly add: (visitorId: VisitorId, vector: Float32Array) => void;
  /** The last one takes its place; where it was, also where it was last, is overwritten. */
  readonly remove: (index: number) => void;
  /** It holds until the next change. */
  readonly at: (index: number) => Float32Array;
  /** The cosine of two templates. */
  readonly likeness: (one: number, other: number) => number;
  /** Shows each template that may be more similar to a vector than `least()`, with its similarity. */
  readonly walk: (
    vector: Float32Array,
    least: () => number,
    see: (visitorId: VisitorId, similarity: number) => void,
  ) => void;
  readonly settle: () => void;
};

/** @returns no templates yet. They are kept as they came, since what they have in common changes. */
export function makeCentred(population: Population): Centred {
  const dimension = population.mean.length;
  const coarse = makeCoarse(dimension);
  const rooms = makeRooms(dimension);
  const owners: VisitorId[] = [];
  const sum = new Float64Array(dimension);
  /** Of each template its products with itself and with the common mean. */
  const tt: number[] = [];
  const tm: number[] = [];
  let mean = commonMean(population, sum, 0);
  /** Changes since the mean was taken; `isDue` keeps new templates out of their places until it is taken anew. */
  let changes = 0;
  let isDue = false;

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
    tm[index] = dot(rooms.at(index), mean);
    coarse.put(index, directionOf(rooms.at(index)));
  };
  const takeMean = (): void => {
    mean = commonMean(population, sum, owners.length);
    changes = 0;
    isDue = false;
    for (const index of owners.keys()) place(index);
  };
  const count = (vector: Float32Array, times: 1 | -1): void => {
    for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + times * (vector[i] ?? 0);
    changes += 1;
    isDue ||= owners.length <= alwaysAnew;
  };
  /** A vector with the products that it has with whatever template. */
  const probeOf = (vector: Float32Array) => ({
    vector,
    products: { pp: dot(vector, vector), pm: dot(vector, mean), mm: dot(mean, mean) },
  });
  const likenessTo = ({ vector, products }: ReturnType<typeof probeOf>, index: number): number =>
    centredCosine({ ...products, pt: dot(rooms.at(index), vector), tt: tt[index] ?? 0, tm: tm[index] ?? 0 });

  return {
    owners,
    add: (visitorId, vector) => {
      rooms.push(vector);
      owners.push(visitorId);
      tt.push(dot(vector, vector));
      count(vector, 1);
      if (!isDue) place(owners.length - 1);
    },
    remove: (index) => {
      const last = owners.length - 1;
      count(rooms.at(index), -1);
      rooms.moveLastTo(index);
      for (const list of [owners, tt, tm]) {
        list[index] = list[last] as never;
        list.length = last;
      }
      if (index < last && !isDue) place(index);
      // Its codes, too, so that nothing of a face is left in memory.
      coarse.put(last, new Float32Array(dimension));
    },
    at: rooms.at,
    likeness: (one, other) => {
      if (isDue) takeMean();
      return likenessTo(probeOf(rooms.at(one)), other);
    },
    walk: (vector, least, see) => {
      if (isDue) takeMean();
      const probe = probeOf(vector);
      const next = coarse.towards(directionOf(vector));
      const end = owners.length;
      for (let index = next(0, least(), end); index < end;) {
        see(owners[index] as VisitorId, likenessTo(probe, index));
        index = next(index + 1, least() - directionRounding, end);
      }
    },
    settle: () => {
      if (isDue || changes > owners.length * worthSettling) takeMean();
    },
  };
}
