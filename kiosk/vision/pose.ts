/** Which way a face looks, from its landmarks. Pure. */
import { distance, eyes, mouth, nose } from './landmarks.ts';
import type { Point } from './picture.ts';

export type Pose = {
  /** px between the middles of the eyes. */
  readonly eyeDistance: number;
  /** px; halfway between the eyes. */
  readonly middle: Point;
  /** Radians the head is tilted to a shoulder; positive is clockwise in the picture. */
  readonly roll: number;
  /** The tip of the nose from the middle, in eye distances, with the head's tilt taken out. */
  readonly nose: Point;
  /** How far the tip of the nose is off the middle, in eye distances; 0 is straight, positive is to the picture's right. */
  readonly yaw: number;
  /** Where the tip of the nose is between eyes (0) and mouth (1); about 0.6 is level, less is looking up. */
  readonly pitch: number;
};

/** Reads the pose off landmarks (px). */
export function poseOf(points: readonly Point[]): Pose {
  const [left, right] = eyes(points);
  const eyeDistance = Math.max(distance(left, right), 1e-6);
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const roll = Math.atan2(right.y - left.y, right.x - left.x);
  const level = (point: Point): Point => {
    const x = point.x - middle.x;
    const y = point.y - middle.y;
    return { x: x * Math.cos(roll) + y * Math.sin(roll), y: y * Math.cos(roll) - x * Math.sin(roll) };
  };
  const tip = level(nose(points));
  const mouthAt = level(mouth(points));
  const tipOffset = { x: tip.x / eyeDistance, y: tip.y / eyeDistance };
  return {
    eyeDistance,
    middle,
    roll,
    nose: tipOffset,
    yaw: tipOffset.x,
    pitch: tip.y / Math.max(mouthAt.y, 1e-6),
  };
}

/** How different two poses are: 0 the same, about 0.1 a head clearly turned, nodded or tilted. */
export const poseDifference = (one: Pose, other: Pose): number =>
  Math.hypot(one.yaw - other.yaw, one.pitch - other.pitch, (one.roll - other.roll) / 2);
