import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Population } from '../../shared/domain/matching.ts';
import { centredCosine, commonMean } from '../../shared/domain/matching.ts';
import { dot } from './coarse.ts';
import type { Placement } from './placement.ts';
import { makePlaces } from './places.ts';
import { makeRooms } from './rooms.ts';

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
  /** As `Gallery.settle`. */
  readonly settle: () => boolean;
};

/** @returns no templates yet. They are kept as they came, since what they have in common changes. */
export function makeCentred(population: Population): Centred {
  const dimension = population.mean.length;
  const rooms = makeRooms(dimension);
  const owners: VisitorId[] = [];
  const sum = new Float64Array(dimension);
  /** Of each template its product with itself. */
  const squares: number[] = [];
  const places = makePlaces(dimension, rooms.at, () => commonMean(population, sum, owners.length));

  const count = (vector: Float32Array, times: 1 | -1): void => {
    for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + times * (vector[i] ?? 0);
  };
  /** The similarity of a vector and a template, by index. */
  const similarityTo = (vector: Float32Array, placement: Placement): ((index: number) => number) => {
    const mean = placement.mean();
    const products = { pp: dot(vector, vector), pm: dot(vector, mean), mm: dot(mean, mean) };
    return (index) =>
      centredCosine({
        ...products,
        pt: dot(rooms.at(index), vector),
        tt: squares[index] ?? 0,
        tm: placement.meanProduct(index),
      });
  };

  return {
    owners,
    add: (visitorId, vector) => {
      rooms.push(vector);
      owners.push(visitorId);
      squares.push(dot(vector, vector));
      count(vector, 1);
      places.added(owners.length - 1);
    },
    remove: (index) => {
      const last = owners.length - 1;
      count(rooms.at(index), -1);
      rooms.moveLastTo(index);
      for (const list of [owners, squares]) {
        list[index] = list[last] as never;
        list.length = last;
      }
      places.removed(index, last);
    },
    at: rooms.at,
    likeness: (one, other) => similarityTo(rooms.at(one), places.use(owners.length))(other),
    walk: (vector, least, see) => {
      const placement = places.use(owners.length);
      const similarity = similarityTo(vector, placement);
      const next = placement.towards(vector);
      const end = owners.length;
      for (let index = next(0, least(), end); index < end;) {
        see(owners[index] as VisitorId, similarity(index));
        index = next(index + 1, least() - directionRounding, end);
      }
    },
    settle: () => places.settle(owners.length),
  };
}
