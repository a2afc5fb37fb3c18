/** One task's progress from look to look, and what it makes the worker say. Pure; times are ms of any one clock. */
import { fractionOf } from './gate.ts';
import type { Verdict } from './gate.ts';
import { nearest } from './look.ts';
import type { Look, MainFace } from './look.ts';
import { pointingOf } from './pointing.ts';
import type { FromVision, VisionTask } from './protocol.ts';
import { advanceRun, emptyRun, progressOf } from './run.ts';
import type { Run, RunRules } from './run.ts';

export type Watch = {
  readonly task: number;
  readonly kind: VisionTask['kind'];
  readonly run: Run;
  /** The run was sent: only presence matters until the next task. */
  readonly complete: boolean;
  /** Main face of the look before, for steadiness. */
  readonly before: MainFace | null;
};

/** A look at a person, judged; `embedding` only if the verdict is good and the run wants it. */
export type Judged = {
  readonly at: number;
  readonly look: Look;
  readonly verdict: Verdict;
  readonly embedding: Float32Array | null;
};

export type Told = { readonly watch: Watch; readonly messages: readonly FromVision[] };

export const startWatch = (task: number, kind: VisionTask['kind']): Watch => ({
  task,
  kind,
  run: emptyRun,
  complete: false,
  before: null,
});

function seen({ task }: Watch, look: Look, { hint }: Verdict, progress: number): FromVision {
  const face = nearest(look.faces);
  const box = face === undefined ? null : fractionOf(look, face.box);
  const pointing = pointingOf(look);
  return { kind: 'seen', task, faces: look.faces.length, box, hint, progress, wanted: null, pointing };
}

/** A look from which nothing is collected. */
export const counted = (watch: Watch, look: Look): Told => ({
  watch,
  messages: [seen(watch, look, { good: false, hint: null }, watch.complete ? 1 : 0)],
});

/** A judged look on the way to a run. `now` is when it was finished, `modelId` the set that made the embedding. */
export function collected(
  watch: Watch,
  { at, look, verdict, embedding }: Judged,
  rules: RunRules,
  modelId: string,
  now: number,
): Told {
  const run = advanceRun(watch.run, { at, face: look.main, embedding }, rules);
  const progress = progressOf(run, rules);
  const next = { ...watch, run, before: look.main };
  const sight = seen(watch, look, verdict, progress);
  if (progress < 1) return { watch: next, messages: [sight] };
  const embeddings = run.kept.map((kept) => kept.embedding);
  const tookMs = now - (run.since ?? at);
  // The embeddings are the screen's from here on; the worker forgets them.
  return {
    watch: { ...next, run: emptyRun, complete: true },
    messages: [
      sight,
      {
        kind: 'run',
        task: watch.task,
        modelId,
        embeddings,
        previous: null,
        liveness: 'unmeasured',
        tookMs,
      },
    ],
  };
}

/** When somebody was last in view; null: nobody since it was said that they left. */
export type Presence = number | null;

/** Nobody in view for this long: they left. */
const LEFT_AFTER_MS = 1_500;

/** Takes one look's number of faces into account; `left` is true once for each person who goes. */
export function notePresence(
  presence: Presence,
  faces: number,
  at: number,
): { presence: Presence; left: boolean } {
  if (faces > 0) return { presence: at, left: false };
  const left = presence !== null && at - presence >= LEFT_AFTER_MS;
  return { presence: left ? null : presence, left };
}
