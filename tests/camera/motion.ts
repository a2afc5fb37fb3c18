/**
 * How a face moves in front of the pretended camera: from a place in the frame back to the place of the upright,
 * straight portrait that is seen there. Both in eye distances from the middle between the eyes, x to the picture's
 * right, y down.
 */
import type { Point } from '../../kiosk/vision/picture.ts';

export type Motion = (at: Point) => Point;

export const still: Motion = (at) => at;

/** Where a turned head's nose is, and how wide around it the face is drawn along; in eye distances. */
const NOSE = { below: 0.6, wide: 0.4 };

/** The nose drawn to the right and down by this many eye distances, on an otherwise still face. */
export const noseDrawn =
  (by: Point): Motion =>
  ({ x, y }) => {
    const away = Math.hypot(x, y - NOSE.below) / NOSE.wide;
    const share = Math.exp((-away * away) / 2);
    return { x: x - by.x * share, y: y - by.y * share };
  };

/** Half the width and height of a head, where its middle is, and how far it and its nose stand out. */
const HEAD = { wide: 1.5, high: 2.2, below: 0.4, depth: 0.3 };
const TIP = { below: 0.6, wide: 0.45, high: 0.5, depth: 0.8 };

/** How much a place belongs to the head, 0..1: the room behind it does not turn. */
function headness({ x, y }: Point): number {
  const away = Math.sqrt((x / HEAD.wide) ** 2 + ((y - HEAD.below) / HEAD.high) ** 2);
  const share = Math.min(1, Math.max(0, (1.25 - away) / 0.6));
  return share * share * (3 - 2 * share);
}

/** How far a place of the face stands out towards the camera, eye distances: an egg with a nose. */
function depthAt({ x, y }: Point): number {
  const round = 1 - (x / HEAD.wide) ** 2 - ((y - HEAD.below) / HEAD.high) ** 2;
  const nose = Math.exp(-((x / TIP.wide) ** 2 + ((y - TIP.below) / TIP.high) ** 2) / 2);
  return HEAD.depth * Math.sqrt(Math.max(0, round)) + TIP.depth * nose;
}

/** A head turned by `angle` (radians, positive to the picture's right): what stands out moves most. */
export const headTurned = (angle: number): Motion => {
  const [narrow, shift] = [Math.cos(angle) - 1, Math.sin(angle)];
  return (at) => {
    let { x } = at;
    // The place that is seen here is where turning it leads here; a few steps find it.
    for (let step = 0; step < 6; step++) {
      const from = { x, y: at.y };
      const share = headness(from);
      const next = share === 0 ? at.x : (at.x - depthAt(from) * shift * share) / (1 + narrow * share);
      const done = Math.abs(next - x) < 0.002;
      x = next;
      if (done) break;
    }
    return { x, y: at.y };
  };
};

/** Eye distances between the camera and a photograph that is held to it. */
const CAMERA_AWAY = 9;

/** Something flat turned by `angle` (radians) about an axis in its plane, `slant` radians from the upright one. */
export const swivelled = (angle: number, slant = 0): Motion => {
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  return (at) => {
    const across = at.x * cos + at.y * sin;
    const along = at.y * cos - at.x * sin;
    // A place `x` across stands at x·sin(angle) nearer, and is seen at x·cos(angle) as much larger.
    const x = (across * CAMERA_AWAY) / (CAMERA_AWAY * Math.cos(angle) + across * Math.sin(angle));
    const larger = CAMERA_AWAY / (CAMERA_AWAY - x * Math.sin(angle));
    const y = along / larger;
    return { x: x * cos - y * sin, y: y * cos + x * sin };
  };
};
