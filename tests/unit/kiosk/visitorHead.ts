/** A simulated visitor in front of the kiosk: how the head moves, and how the camera sees it. All of it seeded. */
import { draws } from '../../../shared/domain/random.ts';
import type { Pointing } from '../../../kiosk/vision/protocol.ts';

/** Standard deviation of one reading of a real camera, in eye distances; on the tests' camera it is half of it. */
const JITTER = 0.0066;
/** Standard deviation of what a standing or sitting head drifts in a second. */
const DRIFT = 0.004;
/** ms from one look of the worker to the next, and how far that varies. */
const LOOK_MS = 80;
const LOOK_SPREAD_MS = 12;

export type Visitor = {
  /** Standard normal numbers. */
  readonly normal: () => number;
  /** Moves the head to `goal` (from its neutral pose) in `ms`, along a minimum-jerk path, from now on. */
  readonly move: (goal: Pointing, ms: number) => void;
  readonly moving: () => boolean;
  /** Where the head was meant to be by its last movement. */
  readonly goal: () => Pointing;
  /** Lets time pass until the next look. @returns when it is, and what the camera sees. */
  readonly look: () => { readonly at: number; readonly seen: Pointing };
};

/** Flash and Hogan 1985: how far along its way a movement is, after a share of its time. */
const minimumJerk = (share: number): number => share ** 3 * (10 - 15 * share + 6 * share ** 2);

export function visitor(seed: number): Visitor {
  const { whole } = draws(seed);
  // The logarithm of a standard log-normal number is a standard normal one.
  const normal = (): number => Math.log(whole({ mean: 0, deviation: 1 }));
  const neutral = { x: 0.03 * normal(), y: 0.72 + 0.05 * normal() };
  let now = 0;
  let drift = { x: 0, y: 0 };
  let way = { from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, start: 0, ms: 1 };
  const pose = (): Pointing => {
    const share = minimumJerk(Math.min(1, (now - way.start) / way.ms));
    const along = (axis: 'x' | 'y'): number => way.from[axis] + share * (way.to[axis] - way.from[axis]);
    return { x: along('x'), y: along('y') };
  };
  return {
    normal,
    move(to, ms) {
      way = { from: pose(), to, start: now, ms };
    },
    moving: () => now < way.start + way.ms,
    goal: () => way.to,
    look() {
      const ms = Math.max(40, LOOK_MS + LOOK_SPREAD_MS * normal());
      now += ms;
      const step = DRIFT * Math.sqrt(ms / 1000);
      drift = { x: drift.x + step * normal(), y: drift.y + step * normal() };
      const { x, y } = pose();
      return {
        at: now,
        seen: {
          x: neutral.x + drift.x + x + JITTER * normal(),
          y: neutral.y + drift.y + y + JITTER * normal(),
        },
      };
    },
  };
}
