import { dot, makeCoarse } from './coarse.ts';

/** Templates placed by what is left of each without one common mean, so that few have to be compared with a probe. */
export type Placement = {
  /** The mean that is left out, `Float64Array[dimension]`. */
  readonly mean: () => Float64Array;
  /** Of a template that is placed, its product with the mean. */
  readonly meanProduct: (index: number) => number;
  /** Begins anew with another mean: nobody is placed. */
  readonly begin: (mean: Float64Array) => void;
  /** Places the next templates of the first `count`, at most `most`. @returns whether there are more. */
  readonly fill: (count: number, most: number) => boolean;
  /** To be called once a template came, behind all others. */
  readonly added: (index: number) => void;
  /** To be called once the last template took the place of another, or was itself removed: its codes go, too. */
  readonly removed: (index: number, last: number) => void;
  /** Overwrites the codes of the last templates of the first `count`. @returns how many are left. */
  readonly wipe: (count: number, most: number) => number;
  /** As `Coarse.towards`; a probe as it came. */
  readonly towards: (probe: Float32Array) => (from: number, least: number, count: number) => number;
};

/** @param templateAt a template by its index, as it came. */
export function makePlacement(dimension: number, templateAt: (index: number) => Float32Array): Placement {
  const coarse = makeCoarse(dimension);
  const meanProducts: number[] = [];
  const direction = new Float32Array(dimension);
  const nothing = new Float32Array(dimension);
  let mean: Float64Array = new Float64Array(dimension);
  /** So many of the first templates are in their places; the turn of the others comes. */
  let placed = 0;

  /** The direction of what is left of a vector, until the next call; zeros if nothing is. */
  const directionOf = (vector: Float32Array): Float32Array => {
    let squares = 0;
    for (let i = 0; i < dimension; i++) squares += ((vector[i] ?? 0) - (mean[i] ?? 0)) ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < dimension; i++) direction[i] = ((vector[i] ?? 0) - (mean[i] ?? 0)) * scale;
    return direction;
  };
  const place = (index: number): void => {
    const template = templateAt(index);
    meanProducts[index] = dot(template, mean);
    coarse.put(index, directionOf(template));
  };

  return {
    mean: () => mean,
    meanProduct: (index) => meanProducts[index] ?? 0,
    begin: (next) => {
      mean = next;
      placed = 0;
    },
    fill: (count, most) => {
      const end = Math.min(count, placed + most);
      for (; placed < end; placed++) place(placed);
      return placed < count;
    },
    added: (index) => {
      if (index !== placed) return;
      place(index);
      placed += 1;
    },
    removed: (index, last) => {
      if (index < last && index < placed) place(index);
      placed = Math.min(placed, last);
      meanProducts.length = Math.min(meanProducts.length, last);
      coarse.put(last, nothing);
    },
    wipe: (count, most) => {
      const left = Math.max(0, count - most);
      for (let index = left; index < count; index++) coarse.put(index, nothing);
      return left;
    },
    towards: (probe) => coarse.towards(directionOf(probe)),
  };
}
