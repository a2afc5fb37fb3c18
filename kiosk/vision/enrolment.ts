/**
 * Which ways a person has to look to be registered, and which is still missing: straight, then a little to each side,
 * so that they are known again however they stand. Pure.
 */
import type { Pose } from './pose.ts';
import type { Wanted } from './protocol.ts';

/** Eye distances the nose has to be off from where it was when looking straight, for a head that is turned a little. */
const TURNED_FROM = 0.06;
/** Pictures of each way. */
const EACH = 2;
/** Of somebody who only looks straight this many make a registration, after a wait. */
const STRAIGHT_AT_MOST = 3;
/** The order in which the screen asks; any other is as good. */
const ORDER: readonly Wanted[] = ['straight', 'left', 'right'];

/** Which way a head is turned, by how it was in the first picture. The visitor's left is on the picture's right. */
export function wayOf(pose: Pose, first: Pose): Wanted {
  const off = pose.yaw - first.yaw;
  if (Math.abs(off) < TURNED_FROM) return 'straight';
  return off > 0 ? 'left' : 'right';
}

const countOf = (poses: readonly Pose[], way: Wanted): number =>
  poses.filter((pose) => wayOf(pose, poses[0] ?? pose) === way).length;

/** Which way to look next; null: every way was seen. */
export const wantedNext = (poses: readonly Pose[]): Wanted | null =>
  ORDER.find((way) => countOf(poses, way) < EACH) ?? null;

/** Whether another picture of this way is of use. */
export function hasRoomFor(poses: readonly Pose[], pose: Pose): boolean {
  const way = wayOf(pose, poses[0] ?? pose);
  return countOf(poses, way) < (way === 'straight' ? STRAIGHT_AT_MOST : EACH);
}

/** Share of the wanted pictures that are there, 0..1. */
export const shareOfWays = (poses: readonly Pose[]): number =>
  ORDER.reduce((sum, way) => sum + Math.min(EACH, countOf(poses, way)), 0) / (EACH * ORDER.length);
