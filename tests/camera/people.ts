/**
 * People in the sample photographs, by where their eyes are (px, found by the detector itself). Who is the same
 * person was decided by the descriptors alone: A's two pictures have the highest cosine of all pairs (0.96).
 */
import type { Portrait } from './scene.ts';

export const people = {
  /** Person A: sample 3, in the middle. */
  a: { sample: 3, left: { x: 1115, y: 317 }, right: { x: 1212, y: 338 } },
  /** Person A again, on another day: sample 1, on the right, head tilted. */
  aOtherDay: { sample: 1, left: { x: 1558, y: 278 }, right: { x: 1619, y: 334 } },
  /** Person B: sample 6, third from the left. */
  b: { sample: 6, left: { x: 1228, y: 428 }, right: { x: 1324, y: 429 } },
  /** Person C: sample 6, second from the left. */
  c: { sample: 6, left: { x: 702, y: 454 }, right: { x: 791, y: 446 } },
} as const satisfies Record<string, Portrait>;
