import type { Millis } from './ids.ts';

/** Seeded random times for playing the office on. */

/** The logarithm of a log-normal time (ms): always positive, with the long tail that services have. */
export type LogNormal = { readonly mean: number; readonly deviation: number };

/**
 * The log-normal law of a time.
 * @param meanMs > 0.
 * @param spread standard deviation / mean, > 0.
 * @throws RangeError if one of them is not positive.
 */
export function logNormal({
  meanMs,
  spread,
}: {
  readonly meanMs: number;
  readonly spread: number;
}): LogNormal {
  if (!(meanMs > 0 && spread > 0 && Number.isFinite(meanMs * spread)))
    throw new RangeError(`no service takes ${meanMs} ms with a spread of ${spread}`);
  const variance = Math.log(1 + spread * spread);
  return { mean: Math.log(meanMs) - variance / 2, deviation: Math.sqrt(variance) };
}

export type Draws = {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** A time of this law. `shift` is added to the logarithm: ln 2 takes twice as long. */
  readonly whole: (law: LogNormal, shift?: number) => Millis;
  /** What is left of a time of this law that has already lasted `elapsed` ms (≥ 0). */
  readonly rest: (law: LogNormal, elapsed: Millis, shift?: number) => Millis;
};

/**
 * The share of times of a law that last longer than `ms`, by the logistic curve next to the normal one (Bowling et al.
 * 2009, off by at most 0.00014).
 */
export function longerThan({ mean, deviation }: LogNormal, ms: Millis): number {
  if (ms <= 0) return 1;
  const z = (Math.log(ms) - mean) / deviation;
  return 1 / (1 + Math.exp(0.07056 * z * z * z + 1.5976 * z));
}

/** mulberry32: a small generator of uniform numbers in [0, 1); the same seed (its lower 32 bits) gives the same. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers by Box and Muller, who make two at a time. */
function standardNormal(random: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** The same seed (its lower 32 bits) gives the same times in the same order. */
export function draws(seed: number): Draws {
  const random = uniform(seed);
  const normal = standardNormal(random);

  /** A standard normal number known to be above `bound`. Both ways throw away at most every second draw. */
  const normalAbove = (bound: number): number => {
    // Far out hardly a normal number is above the bound; an exponential one from there on nearly fits (Robert 1995).
    const rate = (bound + Math.sqrt(bound * bound + 4)) / 2;
    for (;;) {
      const drawn = bound <= 0 ? normal() : bound - Math.log(1 - random()) / rate;
      const kept = bound <= 0 ? drawn >= bound : random() <= Math.exp(-((drawn - rate) ** 2) / 2);
      if (kept) return drawn;
    }
  };

  return {
    uniform: random,
    normal,
    whole: ({ mean, deviation }, shift = 0) => Math.exp(mean + shift + deviation * normal()),
    rest: ({ mean, deviation }, elapsed, shift = 0) => {
      const bound = (Math.log(elapsed) - mean - shift) / deviation;
      // Beyond all numbers: what has lasted longer than it can is over.
      if (!(bound < Infinity)) return 0;
      return Math.max(0, Math.exp(mean + shift + deviation * normalAbove(bound)) - elapsed);
    },
  };
}
