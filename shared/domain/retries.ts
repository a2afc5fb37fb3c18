import type { Millis } from './ids.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After each failed try; together a day. */
const pauses: readonly Millis[] = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour,
];
/** So far up or down a pause may be, so that what failed together does not come back together. */
const spread = 0.2;

/**
 * How long to wait after a number of tries that have failed, from 1, ms; null: no more.
 * @param chance from 0 up to 1.
 */
export function nextTryAfter(tries: number, chance: number): Millis | null {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : Math.round(pause * (1 - spread + 2 * spread * chance));
}
