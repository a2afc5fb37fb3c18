/**
 * Whether a head turns as it was asked to: what a person can do and a photograph cannot. Pure; times are ms of any one
 * clock.
 */
import { depthShown } from './depth.ts';
import { distance } from './landmarks.ts';
import type { MainFace } from './look.ts';
import type { Side } from './protocol.ts';

/** The person who is asked: known from the last complete run. */
export type Known = {
  /** Mean embedding of the run. */
  readonly mean: Float32Array;
  /** Mean of the run's `pose.yaw`: how this person looks when they look straight. */
  readonly yaw: number;
};

/** Cosines with the mean of the run, of the model set (`models/set.ts`). */
export type TurnRules = { readonly sameRun: number; readonly turned: number };

/** One look. `likeness`: the cosine of this frame's embedding with the mean of the run, where `needsLikeness` asked. */
export type TurnSample = {
  readonly at: number;
  readonly face: MainFace | null;
  /** Nobody else is as near. */
  readonly alone: boolean;
  readonly likeness: number | null;
};

export type Turn =
  /** Nobody who is the person and looks straight was seen yet. */
  | { readonly state: 'waiting' }
  | {
      readonly state: 'turning';
      /** The straightest look so far: what the turn is measured from. */
      readonly start: MainFace;
      readonly last: { readonly face: MainFace; readonly at: number };
      /** A frame between straight and turned was seen: the head moved there, it was not exchanged. */
      readonly moving: boolean;
      /** Frames in a row in which the head was turned far enough and was still this person's. */
      readonly frames: number;
    }
  /** Somebody left, came, or was exchanged: nothing can pass any more. */
  | { readonly state: 'failed' }
  | { readonly state: 'done' };

export const startTurn: Turn = { state: 'waiting' };

/** Eye distances the nose has to move against the eyes. A flat photograph that is swivelled reaches 0.07. */
const NOSE_AT_LEAST = 0.15;
/**
 * Eye distances of it that no movement of a flat thing explains. Needed because a photograph tilted by 45° about a
 * slanting axis moves the nose by 0.2 against the eyes.
 */
const DEPTH_AT_LEAST = 0.08;
/** Frames in a row: one could be a slip of the landmarks. */
const FRAMES = 3;
/** How far from straight the turn may begin. */
const STRAIGHT_WITHIN = 0.08;
/** From here on the head is on its way. */
const MOVING_FROM = 0.04;
/**
 * From one look in which the face is found to the next; more is another face, or the same on another sheet. Detectors
 * lose a turned head now and then.
 */
const JUMP = { eyeDistances: 0.5, growth: 1.25, ms: 1_000 };

/** The visitor's own left is on the right of the picture. */
const sign = (side: Side): number => (side === 'left' ? 1 : -1);

/** How far the head is of the needed turn: 1 is enough, less than 0 the wrong side. */
function shareOf(start: MainFace, now: MainFace, side: Side): number {
  const moved = (now.pose.yaw - start.pose.yaw) / NOSE_AT_LEAST;
  return sign(side) * (side === 'left' ? Math.min : Math.max)(moved, depthShown(start, now) / DEPTH_AT_LEAST);
}

const offStraight = (face: MainFace, { yaw }: Known): number => Math.abs(face.pose.yaw - yaw);
const isStraight = (face: MainFace, known: Known): boolean => offStraight(face, known) <= STRAIGHT_WITHIN;

/** Whether this look says something only together with an embedding of it. */
export function needsLikeness(turn: Turn, face: MainFace, side: Side, known: Known): boolean {
  if (!face.landmarksAgree) return false;
  if (turn.state === 'waiting') return isStraight(face, known);
  return turn.state === 'turning' && turn.moving && shareOf(turn.start, face, side) >= 1;
}

function jumped({ last }: Turn & { state: 'turning' }, face: MainFace, at: number): boolean {
  const before = last.face.pose;
  const growth = face.pose.eyeDistance / before.eyeDistance;
  return (
    at - last.at > JUMP.ms ||
    distance(face.pose.middle, before.middle) > JUMP.eyeDistances * before.eyeDistance ||
    Math.max(growth, 1 / growth) > JUMP.growth
  );
}

/** Takes one look into account. */
export function advanceTurn(
  turn: Turn,
  sample: TurnSample,
  side: Side,
  known: Known,
  rules: TurnRules,
): Turn {
  const { at, face, alone, likeness } = sample;
  if (turn.state === 'done' || turn.state === 'failed') return turn;
  if (turn.state === 'waiting') {
    const isThem =
      face !== null && alone && isStraight(face, known) && likeness !== null && likeness >= rules.sameRun;
    return isThem ? { state: 'turning', start: face, last: { face, at }, moving: false, frames: 0 } : turn;
  }
  if (face === null) return at - turn.last.at > JUMP.ms ? { state: 'failed' } : turn;
  if (!alone || jumped(turn, face, at)) return { state: 'failed' };
  const share = shareOf(turn.start, face, side);
  const isTurned = needsLikeness(turn, face, side, known) && likeness !== null && likeness >= rules.turned;
  const frames = isTurned ? turn.frames + 1 : 0;
  if (frames >= FRAMES) return { state: 'done' };
  const onTheWay = share < 1 && share * NOSE_AT_LEAST >= MOVING_FROM;
  const isStraighter = face.landmarksAgree && offStraight(face, known) < offStraight(turn.start, known);
  const start = isStraighter ? face : turn.start;
  return { ...turn, start, last: { face, at }, moving: turn.moving || onTheWay, frames };
}

/** How far the head is of the needed turn, 0..1. */
export function turnProgress(turn: Turn, side: Side): number {
  if (turn.state === 'done') return 1;
  if (turn.state !== 'turning') return 0;
  // Not whole before it is done: the turned head has to be seen several times.
  return Math.min(1, Math.max(0, shareOf(turn.start, turn.last.face, side)));
}
