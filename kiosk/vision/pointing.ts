/** Where the visitor's head points. Pure. */
import { EYES_AT_LEAST, hasRival } from './gate.ts';
import type { Look } from './look.ts';
import type { Pointing } from './protocol.ts';

/** How far the tip of the nose stands out before the eyes, in eye distances: about 35 mm of 63. */
const NOSE_LENGTH = 0.55;

/** Reads it off an examined look; null while nobody stands in front of the kiosk, or two people do. */
export function pointingOf(look: Look): Pointing | null {
  const { main } = look;
  if (main === null || main.pose.eyeDistance < EYES_AT_LEAST || hasRival(look, main)) return null;
  const { x, y } = main.pose.nose;
  // The eyes of a turned head are nearer to each other in the picture, which would lift or sink the nose.
  return { x: -x, y: y / Math.hypot(1, x / NOSE_LENGTH) };
}
