/** A picture of a face as a model set describes it. */
export type Described = {
  /** L2-normalised, all of one dimension. */
  readonly vector: Float32Array;
  /** How clear the picture was, 0..1. */
  readonly quality: number;
};

/** More pictures of one person make searches slower and recognise hardly better. */
export const templatesMost = 5;
/** A visit's pictures are learnt from only if they are this clear. */
export const learntFrom = 0.5;

const alike = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0);

/** Which of the two pictures that are most alike tells less: the worse one; of two as good, the older. */
function leastTelling<T extends Described>(all: readonly T[]): T | undefined {
  let worst: T | undefined = all[0];
  let most = -Infinity;
  for (const [i, one] of all.entries()) {
    for (const other of all.slice(i + 1)) {
      const likeness = alike(one.vector, other.vector);
      if (likeness <= most) continue;
      most = likeness;
      worst = other.quality < one.quality ? other : one;
    }
  }
  return worst;
}

/**
 * Which pictures of one person are worth keeping: clear ones that differ in pose and light, rather than several nearly
 * the same.
 * @param all oldest first.
 * @returns at most `most` of them, in the same order.
 */
export function mostTelling<T extends Described>(all: readonly T[], most = templatesMost): readonly T[] {
  let kept = all;
  while (kept.length > most) {
    const worst = leastTelling(kept);
    kept = kept.filter((one) => one !== worst);
  }
  return kept;
}
