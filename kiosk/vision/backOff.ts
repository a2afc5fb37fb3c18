/** Waiting times that double, so that something broken is neither given up nor hammered. Pure. */

export type BackOff = {
  /** ms to wait before the next attempt. */
  readonly next: () => number;
  /** It works again: start from the shortest wait. */
  readonly reset: () => void;
};

/** Waits of `firstMs`, twice that, ... up to `mostMs`. */
export function backOff(firstMs: number, mostMs: number): BackOff {
  let wait = firstMs;
  return {
    next() {
      const now = wait;
      wait = Math.min(mostMs, wait * 2);
      return now;
    },
    reset() {
      wait = firstMs;
    },
  };
}
