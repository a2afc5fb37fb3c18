/** Decides whether a frame is good enough to recognise somebody from, and if not, what the person can do. Pure. */
import { areFive, distance } from './landmarks.ts';
import type { Look, MainFace } from './look.ts';
import type { Box, Point } from './picture.ts';
import type { Hint } from './protocol.ts';

/** The tasks that collect frames. */
type Collecting = 'identify' | 'enrol';

/** Nothing to correct (`null`), or nobody there, count differently: only `good` frames are recognised from. */
export type Verdict = { readonly good: boolean; readonly hint: Hint | null };

/** px between the eyes: with less the network is fed enlarged pixels. */
export const EYES_AT_LEAST = 60;
/** Share of the frame's width between the eyes: nearer than this, chin or forehead leave the picture. */
const EYES_AT_MOST = 0.3;
/** A second face this much as wide as the nearest means that two people stand in front of the kiosk. */
export const RIVAL_WIDTH = 0.6;
const BRIGHTNESS = { least: 55, most: 215 };
const LOST_AT_MOST = 0.35;
const ROLL_AT_MOST = 0.35;
const YAW_AT_MOST = { identify: 0.2, enrol: 0.3 };
const PITCH = { least: 0.38, most: 0.85 };
/** Below it the embedding of a smeared face drifts away (cosine to its own sharp picture under 0.98). */
const SHARPNESS_AT_LEAST = 0.125;
/** Eye distances the face may move, and the factor its size may change by, from one frame to the next. */
const MOVE_AT_MOST = 0.3;
const GROW_AT_MOST = 1.15;

const good: Verdict = { good: true, hint: null };
const fix = (hint: Hint | null): Verdict => ({ good: false, hint });

/** Whether another face is near enough to be meant instead. */
export function hasRival({ faces }: Look, { box }: MainFace): boolean {
  return faces.filter((face) => face.box.width >= box.width * RIVAL_WIDTH).length > 1;
}

/** Share of the box's size that it may stick out of the frame by, since it is drawn generously. */
const BOX_ROOM = 0.1;

/** Points around the whole face: its landmarks, or where those have no outline, the corners of its box. */
function outlineOf({ points, box }: MainFace): readonly Point[] {
  if (!areFive(points)) return points;
  const xs = [box.x + box.width * BOX_ROOM, box.x + box.width * (1 - BOX_ROOM)];
  const ys = [box.y + box.height * BOX_ROOM, box.y + box.height * (1 - BOX_ROOM)];
  return xs.flatMap((x) => ys.map((y) => ({ x, y })));
}

/** Whether any of brows, eyes, nose, mouth and chin is outside the frame. */
function isCutOff({ width, height }: Look, main: MainFace): boolean {
  return outlineOf(main).some(({ x, y }) => x < 0 || y < 0 || x > width || y > height);
}

/** How far the face moved, in eye distances; growing or shrinking beyond the limit counts as too far. */
function isSteady(now: MainFace, before: MainFace): boolean {
  const growth = now.pose.eyeDistance / before.pose.eyeDistance;
  const moved = distance(now.pose.middle, before.pose.middle) / now.pose.eyeDistance;
  return moved <= MOVE_AT_MOST && Math.max(growth, 1 / growth) <= GROW_AT_MOST;
}

function poseIsWithin(main: MainFace, kind: Collecting): boolean {
  const { yaw, roll, pitch } = main.pose;
  return (
    Math.abs(yaw) <= YAW_AT_MOST[kind] &&
    Math.abs(roll) <= ROLL_AT_MOST &&
    pitch >= PITCH.least &&
    pitch <= PITCH.most &&
    main.landmarksAgree
  );
}

/** What keeps anything from being read off this face, whatever it is wanted for; null: nothing does. */
export function obstacle(look: Look, main: MainFace): Hint | null {
  if (hasRival(look, main)) return 'oneAtATime';
  if (main.pose.eyeDistance < EYES_AT_LEAST) return 'comeCloser';
  if (main.pose.eyeDistance > look.width * EYES_AT_MOST) return 'moveBack';
  return isCutOff(look, main) ? 'moveIntoFrame' : null;
}

/**
 * Judges one look. `before` is the main face of the look just before it (null: there was none), because a face
 * has to be steady over two frames at least. The order is the order in which a person can act on it.
 */
export function judge(look: Look, before: MainFace | null, kind: Collecting): Verdict {
  const { main } = look;
  if (main === null) return fix(null);
  const inTheWay = obstacle(look, main);
  if (inTheWay !== null) return fix(inTheWay);
  if (main.quality.brightness < BRIGHTNESS.least) return fix('tooDark');
  if (main.quality.brightness > BRIGHTNESS.most) return fix('tooBright');
  if (main.quality.lost > LOST_AT_MOST) return fix(main.quality.brightness < 128 ? 'tooDark' : 'tooBright');
  if (!poseIsWithin(main, kind)) return fix('lookHere');
  if (main.quality.sharpness < SHARPNESS_AT_LEAST) return fix('holdStill');
  // The very first frame of a face is not the person's fault: no hint, but not counted either.
  if (before === null) return fix(null);
  return isSteady(main, before) ? good : fix('holdStill');
}

/** A box in px as fractions of the frame, for the screen. */
export const fractionOf = ({ width, height }: Look, box: Box): Box => ({
  x: box.x / width,
  y: box.y / height,
  width: box.width / width,
  height: box.height / height,
});
