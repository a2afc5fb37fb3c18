/**
 * A run: good frames of one person, one after another, until there are enough to recognise or register them.
 * Pure; times are ms of any one clock.
 */
import { clarityOf } from './clarity.ts';
import { cosine, meanDirection } from './embed.ts';
import type { View } from './engine.ts';
import { hasRoomFor, shareOfWays, wantedNext, wayOf } from './enrolment.ts';
import { distance } from './landmarks.ts';
import { FRAMES_MEASURED } from './liveness.ts';
import type { MainFace } from './look.ts';
import { poseDifference } from './pose.ts';
import type { Pose } from './pose.ts';
import type { Wanted } from './protocol.ts';

export type RunRules = {
  /** Good frames needed; to register somebody, in every way that is wanted (`enrolment.ts`). */
  readonly kind: 'identify' | 'enrol';
  /** A good frame counts at once if its pose differs this much from every one that counted already ... */
  readonly poseApart: number;
  /** ... or else when this long has passed since the last that counted. */
  readonly msApart: number;
  /** Cosine below which two frames cannot be of one person. */
  readonly sameRun: number;
  /** The same where one of them shows the head turned. */
  readonly turned: number;
};

/** What a task asks of a run; `sameRun` and `turned` belong to the model set. */
export const runRules = (kind: RunRules['kind'], { sameRun, turned }: Likeness): RunRules =>
  kind === 'identify'
    ? { kind, poseApart: 0.02, msApart: 80, sameRun, turned }
    : { kind, poseApart: 0.05, msApart: 400, sameRun, turned };
type Likeness = Pick<RunRules, 'sameRun' | 'turned'>;

/** Good frames that identify somebody. */
const NEEDED = 4;
/** Somebody who does not or cannot turn the head is registered with what there is: this many pictures at least, ... */
const ENOUGH = 3;
/** ... when no other has come for this long. */
const NO_MORE_AFTER_MS = 4_000;

type Kept = {
  readonly embedding: Float32Array;
  /** By the set that was used before; null: it was not asked, or found no face. */
  readonly previous: Float32Array | null;
  readonly pose: Pose;
  /** How clear the face was, 0..1. */
  readonly clarity: number;
  readonly at: number;
};

export type Run = {
  /** When the present person was first seen; null: nobody. */
  readonly since: number | null;
  /** The last frame that showed a face. */
  readonly last: { readonly face: MainFace; readonly at: number } | null;
  readonly kept: readonly Kept[];
  /** How real the face seemed in good frames, kept or not; 0..1 each. */
  readonly realness: readonly number[];
};

export const emptyRun: Run = { since: null, last: null, kept: [], realness: [] };

/**
 * One look at the person: `embedding` (and `previous`) only if the gate found the frame good and the run `wants` it,
 * `realness` only if the frame is good and the run `measures` it.
 */
export type Sample = {
  readonly at: number;
  readonly face: MainFace | null;
  readonly embedding: Float32Array | null;
  readonly previous: Float32Array | null;
  readonly realness: number | null;
};

/** Without a face for longer than this, the next face is somebody new. */
const GONE_AFTER_MS = 700;
/** A face further from the last one than this many eye distances, or another size, is somebody else. */
const JUMP = { eyeDistances: 2, growth: 1.7 };

function isSomebodyElse(run: Run, face: MainFace, at: number): boolean {
  if (run.last === null || at - run.last.at > GONE_AFTER_MS) return true;
  const before = run.last.face.pose;
  const growth = face.pose.eyeDistance / before.eyeDistance;
  return (
    distance(face.pose.middle, before.middle) > JUMP.eyeDistances * before.eyeDistance ||
    Math.max(growth, 1 / growth) > JUMP.growth
  );
}

function keep(run: Run, kept: Kept, rules: RunRules): Run {
  const [first] = run.kept;
  if (first === undefined) return { ...run, kept: [kept] };
  const mean = meanDirection(run.kept.map(({ embedding }) => embedding));
  const isTurned = rules.kind === 'enrol' && wayOf(kept.pose, first.pose) !== 'straight';
  // Somebody else in exactly the same place: start again with them.
  const atLeast = isTurned ? Math.min(rules.turned, rules.sameRun) : rules.sameRun;
  if (cosine(mean, kept.embedding) < atLeast)
    return { ...run, since: kept.at, kept: [kept], realness: run.realness.slice(-1) };
  return { ...run, kept: [...run.kept, kept] };
}

const posesOf = ({ kept }: Run): Pose[] => kept.map(({ pose }) => pose);

/** Whether a good frame of this face would count: embeddings of others need not be made. */
export function wants(run: Run, face: MainFace, at: number, rules: RunRules): boolean {
  const newest = run.kept.at(-1);
  if (newest === undefined || isSomebodyElse(run, face, at)) return true;
  if (rules.kind === 'enrol' && !hasRoomFor(posesOf(run), face.pose)) return false;
  return (
    isDue(run, at, rules) || run.kept.every(({ pose }) => poseDifference(pose, face.pose) >= rules.poseApart)
  );
}

/** Whether it is still of use to know how real the face in a good frame seems. */
export const measures = (run: Run, face: MainFace, at: number): boolean =>
  run.realness.length < FRAMES_MEASURED || isSomebodyElse(run, face, at);

/** Whether the next good frame that counts may be the run's last; a registration's may always be. */
export const mayComplete = ({ kept }: Run, { kind }: RunRules): boolean =>
  kind === 'enrol' || kept.length >= NEEDED - 1;

/** Whether so long has passed since the last frame that counted that the next good one counts however the face looks. */
export const isDue = ({ kept }: Run, at: number, { msApart }: RunRules): boolean =>
  at - (kept.at(-1)?.at ?? -Infinity) >= msApart;

/**
 * Which way round the next frame is described. The frames that identify somebody take turns, so that their mean is that
 * of faces and mirror images in half the time; a registration, which lasts, has both of each.
 */
export const viewOf = ({ kept }: Run, { kind }: RunRules): View => {
  if (kind === 'enrol') return 'both';
  return kept.length % 2 === 0 ? 'straight' : 'mirrored';
};

/** Takes one look into account. A missing face is forgiven for a moment; another person starts a new run. */
export function advanceRun(run: Run, sample: Sample, rules: RunRules): Run {
  const { at, face, embedding, previous, realness } = sample;
  if (face === null) {
    const gone = run.last === null || at - run.last.at > GONE_AFTER_MS;
    return gone ? emptyRun : run;
  }
  const known = isSomebodyElse(run, face, at) ? { ...emptyRun, since: at } : run;
  const seen = {
    ...known,
    last: { face, at },
    realness: realness === null ? known.realness : [...known.realness, realness],
  };
  if (embedding === null || !wants(known, face, at, rules)) return seen;
  return keep(seen, { embedding, previous, pose: face.pose, clarity: clarityOf(face), at }, rules);
}

/** Which way the person should look for the next picture; null: it does not matter. */
export const wantedOf = (run: Run, { kind }: RunRules): Wanted | null =>
  kind === 'enrol' ? wantedNext(posesOf(run)) : null;

/** Whether there is enough at this time. */
export function isComplete(run: Run, { kind }: RunRules, at: number): boolean {
  if (kind === 'identify') return run.kept.length >= NEEDED;
  const newest = run.kept.at(-1);
  if (newest === undefined) return false;
  const waitedEnough = run.kept.length >= ENOUGH && at - newest.at >= NO_MORE_AFTER_MS;
  return waitedEnough || wantedNext(posesOf(run)) === null;
}

/** Share of the run that is collected, 0..1; 1 only when it is complete. */
export function progressOf(run: Run, rules: RunRules, at: number): number {
  if (isComplete(run, rules, at)) return 1;
  return rules.kind === 'identify' ? run.kept.length / NEEDED : shareOfWays(posesOf(run));
}
