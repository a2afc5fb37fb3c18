import type { Pointing } from '../../vision/protocol.ts';

/** A head's movement with its tremble taken out; `speed` is per second. */
export type Smooth = { readonly at: number; readonly value: Pointing; readonly speed: Pointing };

/** Hz; what is slower than this is kept of a head that rests. */
const RESTING_CUTOFF = 1;
/** Hz more for each unit of speed, so that a moving head is followed without lag. */
const CUTOFF_PER_SPEED = 10;
/** Hz for the speed itself. */
const SPEED_CUTOFF = 1;

/** Weight of the new value in an exponential filter. */
const weight = (cutoff: number, seconds: number): number => 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));

/**
 * One step of the One Euro filter: Casiez, Roussel, Vogel, "1 € Filter: A Simple Speed-based Low-pass Filter for Noisy
 * Input in Interactive Systems", CHI 2012.
 * @param at ms; a step that is not later than the one before changes nothing.
 */
export function smooth(before: Smooth | null, value: Pointing, at: number): Smooth {
  if (before === null) return { at, value, speed: { x: 0, y: 0 } };
  const seconds = (at - before.at) / 1000;
  if (seconds <= 0) return before;
  const axis = (key: 'x' | 'y'): readonly [number, number] => {
    const raw = (value[key] - before.value[key]) / seconds;
    const speed = before.speed[key] + weight(SPEED_CUTOFF, seconds) * (raw - before.speed[key]);
    const cutoff = RESTING_CUTOFF + CUTOFF_PER_SPEED * Math.abs(speed);
    return [before.value[key] + weight(cutoff, seconds) * (value[key] - before.value[key]), speed];
  };
  const [x, speedX] = axis('x');
  const [y, speedY] = axis('y');
  return { at, value: { x, y }, speed: { x: speedX, y: speedY } };
}
