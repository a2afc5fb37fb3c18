/**
 * A run: good frames of one person, one after another, until there are enough to recognise or register them.
 * Pure; times are ms of any one clock.
 */
import { cosine, meanEmbedding } from './embed.ts';
import { distance } from './landmarks.ts';
import type { MainFace } from './look.ts';
import { poseDifference } from './pose.ts';
import type { Pose } from './pose.ts';

export type RunRules = {
  /** Good frames needed. */
  readonly need: number;
  /** A good frame counts at once if its pose differs this much from every one that counted already ... */
  readonly poseApart: number;
  /** ... or else when this long has passed since the last that counted. */
  readonly msApart: number;
  /** Cosine below which two frames cannot be of one person. */
  readonly sameRun: number;
};

/** What a task asks of a run; `sameRun` belongs to the model set. */
export const runRules = (kind: 'identify' | 'enrol', sameRun: number): RunRules =>
  kind === 'identify'
    ? { need: 4, poseApart: 0.02, msApart: 80, sameRun }
    : { need: 6, poseApart: 0.05, msApart: 400, sameRun };

type Kept = { readonly embedding: Float32Array; readonly pose: Pose; readonly at: number };

export type Run = {
  /** When the present person was first seen; null: nobody. */
  readonly since: number | null;
  /** The last frame that showed a face. */
  readonly last: { readonly face: MainFace; readonly at: number } | null;
  readonly kept: readonly Kept[];
};

export const emptyRun: Run = { since: null, last: null, kept: [] };

/** One look at the person: `embedding` only if the gate found the frame good and the run `wants` it. */
export type Sample = {
  readonly at: number;
  readonly face: MainFace | null;
  readonly embedding: Float32Array | null;
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
  const newest = run.kept.at(-1);
  if (newest === undefined) return { ...run, kept: [kept] };
  const mean = meanEmbedding(run.kept.map(({ embedding }) => embedding));
  // Somebody else in exactly the same place: start again with them.
  if (cosine(mean, kept.embedding) < rules.sameRun) return { ...run, since: kept.at, kept: [kept] };
  return { ...run, kept: [...run.kept, kept] };
}

/** Whether a good frame of this face would count: embeddings of others need not be made. */
export function wants(run: Run, face: MainFace, at: number, rules: RunRules): boolean {
  const newest = run.kept.at(-1);
  return (
    newest === undefined ||
    isSomebodyElse(run, face, at) ||
    at - newest.at >= rules.msApart ||
    run.kept.every(({ pose }) => poseDifference(pose, face.pose) >= rules.poseApart)
  );
}

/** Takes one look into account. A missing face is forgiven for a moment; another person starts a new run. */
export function advanceRun(run: Run, { at, face, embedding }: Sample, rules: RunRules): Run {
  if (face === null) {
    const gone = run.last === null || at - run.last.at > GONE_AFTER_MS;
    return gone ? emptyRun : run;
  }
  const known = isSomebodyElse(run, face, at) ? { ...emptyRun, since: at } : run;
  const seen = { ...known, last: { face, at } };
  if (embedding === null || !wants(known, face, at, rules)) return seen;
  return keep(seen, { embedding, pose: face.pose, at }, rules);
}

/** Share of the run that is collected, 0..1; 1 is complete. */
export const progressOf = (run: Run, rules: RunRules): number => Math.min(1, run.kept.length / rules.need);
