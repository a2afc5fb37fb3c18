import type { Placement } from './placement.ts';
import { makePlacement } from './placement.ts';

/**
 * Up to so many templates, what they have in common is taken anew after every change; beyond, `settle` does it once a
 * hundredth has changed: it hardly moves any more and to take it costs more.
 */
const alwaysAnew = 512;
const worthSettling = 0.01;

/** So many numbers are placed at once by `settle`, which takes about a millisecond. */
const settledAtOnce = 65_536;

/** Where templates are; `count` is how many there are. */
export type Places = {
  /** The placement to search by; every template is in it. */
  readonly use: (count: number) => Placement;
  /** To be called once a template came, behind all others. */
  readonly added: (index: number) => void;
  /** As `Placement.removed`. */
  readonly removed: (index: number, last: number) => void;
  /** As `Gallery.settle`. */
  readonly settle: (count: number) => boolean;
};

/**
 * The placement that searches go by, exchanged for one with a newer mean piece by piece, while searches go on.
 * @param mean what templates have in common now.
 */
export function makePlaces(
  dimension: number,
  at: (index: number) => Float32Array,
  mean: () => Float64Array,
): Places {
  const atOnce = Math.max(1, Math.floor(settledAtOnce / dimension));
  let current = makePlacement(dimension, at);
  current.begin(mean());
  /** Takes the current one's place once everybody is in it; the current one itself, where that is of no use as it is. */
  let coming: Placement | null = null;
  /** The one before, with how many of its codes are still to be overwritten. */
  let former: { readonly placement: Placement; readonly left: number } | null = null;
  let changes = 0;
  let isDue = false;

  const begin = (placement: Placement): Placement => {
    placement.begin(mean());
    changes = 0;
    return placement;
  };
  /** @returns whether there is more to do. */
  const goOn = (count: number): boolean => {
    if (coming === null && isDue) coming = begin(current);
    if (coming === null || coming.fill(count, atOnce)) return coming !== null;
    if (coming !== current) former = { placement: current, left: count };
    [current, coming, isDue] = [coming, null, false];
    return former !== null;
  };
  /** What is placed may be of somebody who is erased later. */
  const wipe = ({ placement, left }: NonNullable<typeof former>): void => {
    const rest = placement.wipe(left, atOnce);
    former = rest === 0 ? null : { placement, left: rest };
  };
  /** @param count of templates, before the change. */
  const change = (count: number): void => {
    changes += 1;
    if (count > alwaysAnew) return;
    isDue = true;
    if (coming !== null && coming !== current) former = { placement: coming, left: count };
    coming = null;
  };
  return {
    use: (count) => {
      let isMore = isDue;
      while (isMore) isMore = goOn(count);
      return current;
    },
    added: (index) => {
      change(index);
      if (!isDue) current.added(index);
    },
    removed: (index, last) => {
      change(last + 1);
      for (const placement of new Set([current, coming ?? current])) placement.removed(index, last);
    },
    settle: (count) => {
      if (former !== null) wipe(former);
      else if (coming === null && !isDue && changes > count * worthSettling)
        coming = begin(makePlacement(dimension, at));
      return goOn(count) || former !== null;
    },
  };
}
