import type { Pointing } from '../../vision/protocol.ts';
import type { Smooth } from './smooth.ts';
import { smooth } from './smooth.ts';

type Timed = { readonly at: number; readonly value: Pointing };

/**
 * What is known of the visitor's head. `unknown`: its neutral pose is being found. `resting`: it points at nothing.
 * `pointing`: it has left the rest zone on purpose. `returning`: it has done so on the screen before, and is waited for.
 */
export type Head =
  | { readonly kind: 'unknown'; readonly seen: readonly Timed[] }
  | {
      readonly kind: 'resting' | 'pointing' | 'returning';
      readonly neutral: Pointing;
      readonly smoothed: Smooth;
      /** Where it was in the last half second. */
      readonly trail: readonly Timed[];
      /** When this began. */
      readonly since: number;
    };

type Known = Exclude<Head, { kind: 'unknown' }>;

export const unknownHead: Head = { kind: 'unknown', seen: [] };

/** A comfortable turn and nod: from the neutral pose to the edge of what can be chosen. */
const REACH = { x: 0.15, y: 0.13 };
/** Radius of the rest zone, in reaches. Eyes that read take the head along for less than that. */
const REST = 0.42;
/** A pointing head that comes so near to its neutral pose rests again. */
const REST_AGAIN = 0.75 * REST;
/** Reaches in half a second: a slower movement is a change of posture, and takes the rest zone along. */
const BRISK = 0.36;
const TRAIL_MS = 500;
/** The neutral pose of a head that was still for so long is known. */
const NEUTRAL_AFTER_MS = 500;
/** Farthest apart that its poses may be meanwhile. */
const STILL = 0.06;
/** ms in which the neutral pose follows a resting head most of the way. */
const FOLLOW_MS = 3_000;
/** A head that has not come back after this long has a new neutral pose. */
const RETURN_MS = 2_000;
/** A head that moved less than this, in reaches, in so many ms is held still. */
const HELD = { within: 0.35, ms: 300 };
/** Beyond this much of the way to the edge the head is turned to something else. */
const OUTSIDE = 1.4;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** How far one pose is from another, in reaches. */
const offset = (value: Pointing, from: Pointing): Pointing => ({
  x: (value.x - from.x) / REACH.x,
  y: (value.y - from.y) / REACH.y,
});

function findNeutral(seen: readonly Timed[], now: Timed): Head {
  const all = [...seen, now];
  const oldest = all[0] ?? now;
  if (now.at - oldest.at < NEUTRAL_AFTER_MS) return { kind: 'unknown', seen: all };
  const xs = all.map(({ value }) => value.x);
  const ys = all.map(({ value }) => value.y);
  if (Math.max(spread(xs), spread(ys)) > STILL) return { kind: 'unknown', seen: all.slice(1) };
  const neutral = { x: median(xs), y: median(ys) };
  return {
    kind: 'resting',
    neutral,
    smoothed: smooth(null, neutral, now.at),
    trail: [{ at: now.at, value: neutral }],
    since: now.at,
  };
}

/** How far, in reaches, the head was from where it is, at most, in the last `ms`. */
function movedWithin({ smoothed, trail }: Known, ms: number): number {
  const recent = trail
    .filter(({ at }) => smoothed.at - at <= ms)
    .map(({ value }) => offset(smoothed.value, value));
  return Math.max(0, ...recent.map(({ x, y }) => Math.hypot(x, y)));
}

/** A resting head: small and slow movements take the rest zone along, a brisk one leaves it. */
function rest(head: Known, elapsed: number): Head {
  const { value } = head.smoothed;
  const from = offset(value, head.neutral);
  const radius = Math.hypot(from.x, from.y);
  const share = radius <= REST ? 1 - Math.exp(-elapsed / FOLLOW_MS) : 1 - REST / radius;
  const neutral = {
    x: head.neutral.x + share * (value.x - head.neutral.x),
    y: head.neutral.y + share * (value.y - head.neutral.y),
  };
  if (radius <= REST) return { ...head, neutral };
  const brisk = movedWithin(head, TRAIL_MS) >= BRISK;
  return brisk ? { ...head, kind: 'pointing', since: head.smoothed.at } : { ...head, neutral };
}

/** Takes the next pose of a head into account; `at` in ms of any one clock. */
export function followHead(head: Head, value: Pointing, at: number): Head {
  if (head.kind === 'unknown') return findNeutral(head.seen, { at, value });
  const smoothed = smooth(head.smoothed, value, at);
  const trail = [...head.trail.filter((past) => at - past.at <= TRAIL_MS), { at, value: smoothed.value }];
  const moved = { ...head, smoothed, trail };
  if (head.kind === 'resting') return rest(moved, at - head.smoothed.at);
  const { x, y } = offset(smoothed.value, head.neutral);
  if (Math.hypot(x, y) < REST_AGAIN) return { ...moved, kind: 'resting', since: at };
  return head.kind === 'returning' && at - head.since > RETURN_MS ? unknownHead : moved;
}

/** The same head before the next screen: nothing there is chosen by a pose that was meant for the one before. */
export const nextScreen = (head: Head, at: number): Head =>
  head.kind === 'pointing' ? { ...head, kind: 'returning', since: at } : head;

/**
 * Where the head points: -1..1 from edge to edge of what can be chosen, a little more beyond; x to the right, y down.
 * @returns null while it rests.
 */
export function aimOf(head: Head): Pointing | null {
  if (head.kind !== 'pointing') return null;
  const { x, y } = offset(head.smoothed.value, head.neutral);
  const radius = Math.hypot(x, y);
  const share = Math.max(0, radius - REST) / (1 - REST) / Math.max(radius, REST);
  return { x: x * share, y: y * share };
}

/** Whether an aim is so far beyond the edge that nothing there is meant. */
export const isOutside = ({ x, y }: Pointing): boolean => Math.max(Math.abs(x), Math.abs(y)) > OUTSIDE;

/** Whether the head is held where it points: one that is shaken or still turning is not. */
export const isHeld = (head: Head): boolean =>
  head.kind === 'pointing' && movedWithin(head, HELD.ms) <= HELD.within;
