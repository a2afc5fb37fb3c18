/** One task's progress from look to look, and what it makes the worker say. Pure; times are ms of any one clock. */
import { meanDirection } from './embed.ts';
import { fractionOf } from './gate.ts';
import type { Verdict } from './gate.ts';
import { livenessOf } from './liveness.ts';
import { nearest } from './look.ts';
import type { Look, MainFace } from './look.ts';
import { pointingOf } from './pointing.ts';
import type { FromVision, Hint, VisionTask, Wanted } from './protocol.ts';
import { advanceRun, emptyRun, isComplete, progressOf, runRules, wantedOf } from './run.ts';
import type { Run, Sample } from './run.ts';
import { advanceTurn, startTurn, turnProgress } from './turn.ts';
import type { Known, Turn, TurnSample } from './turn.ts';
import type { ModelSet } from '../../models/set.ts';

export type Watch = {
  readonly task: number;
  readonly what: VisionTask;
  readonly run: Run;
  readonly turn: Turn;
  /** The task's answer was sent: only presence matters until the next task. */
  readonly complete: boolean;
  /** Main face of the look before, for steadiness. */
  readonly before: MainFace | null;
};

/** `known`: the person of a run that is complete with this look. */
export type Told = {
  readonly watch: Watch;
  readonly messages: readonly FromVision[];
  readonly known?: Known;
};

/** A task before its first frame. @param task its number, by which late answers to others are told apart. */
export const startWatch = (task: number, what: VisionTask): Watch => ({
  task,
  what,
  run: emptyRun,
  turn: startTurn,
  complete: false,
  before: null,
});

type Sight = { readonly hint?: Hint | null; readonly progress: number; readonly wanted?: Wanted | null };

function seen({ task }: Watch, look: Look, { hint = null, progress, wanted = null }: Sight): FromVision {
  const face = nearest(look.faces);
  const box = face === undefined ? null : fractionOf(look, face.box);
  const pointing = pointingOf(look);
  return { kind: 'seen', task, faces: look.faces.length, box, hint, progress, wanted, pointing };
}

/** A look from which nothing is collected. */
export const counted = (watch: Watch, look: Look): Told => ({
  watch,
  messages: [seen(watch, look, { progress: watch.complete ? 1 : 0 })],
});

/** The set in use, and the id of the one that was used before, if it is there as well. */
export type Sets = { readonly set: ModelSet; readonly previousId: string | null };

/** What a complete run says, and of whom. */
function finished(
  { task, run }: Watch,
  { set, previousId }: Sets,
  tookMs: number,
): { message: FromVision; known: Known } {
  const embeddings = run.kept.map((kept) => kept.embedding);
  const before = run.kept.flatMap(({ previous }) => previous ?? []);
  const mean = (of: (kept: Run['kept'][number]) => number): number =>
    run.kept.reduce((sum, kept) => sum + of(kept), 0) / run.kept.length;
  const yaw = mean(({ pose }) => pose.yaw);
  return {
    known: { mean: meanDirection(embeddings), yaw },
    message: {
      kind: 'run',
      task,
      modelId: set.id,
      embeddings,
      quality: mean(({ clarity }) => clarity),
      previous:
        previousId === null || before.length === 0 ? null : { modelId: previousId, embeddings: before },
      liveness: livenessOf(run.realness, set.liveness),
      tookMs,
    },
  };
}

/** A look at a person, judged, and what was made of it. */
export type Judged = {
  readonly look: Look;
  readonly verdict: Verdict;
  readonly sample: Omit<Sample, 'face'>;
};

/** A judged look on the way to a run. `now` is when it was finished. */
export function collected(
  watch: Watch,
  kind: 'identify' | 'enrol',
  { look, verdict, sample }: Judged,
  sets: Sets,
  now: number,
): Told {
  const { at } = sample;
  const rules = runRules(kind, sets.set.thresholds);
  const run = advanceRun(watch.run, { ...sample, face: look.main }, rules);
  const next = { ...watch, run, before: look.main };
  const complete = isComplete(run, rules, at);
  const wanted = complete ? null : wantedOf(run, rules);
  const sight = seen(watch, look, { hint: verdict.hint, progress: progressOf(run, rules, at), wanted });
  if (!complete) return { watch: next, messages: [sight] };
  const { message, known } = finished(next, sets, now - (run.since ?? at));
  // The embeddings are the screen's from here on; the worker keeps only their mean.
  return { watch: { ...next, run: emptyRun, complete: true }, messages: [sight, message], known };
}

/** A look at somebody who was asked to turn the head. */
export function turning(
  watch: Watch,
  what: VisionTask & { readonly kind: 'turn' },
  { look, hint, sample }: { readonly look: Look; readonly hint: Hint | null; readonly sample: TurnSample },
  known: Known | null,
  { thresholds }: ModelSet,
): Told {
  const turn = known === null ? watch.turn : advanceTurn(watch.turn, sample, what.side, known, thresholds);
  const sight = seen(watch, look, { hint, progress: turnProgress(turn, what.side) });
  const next = { ...watch, turn, before: look.main };
  if (turn.state !== 'done') return { watch: next, messages: [sight] };
  return { watch: { ...next, complete: true }, messages: [sight, { kind: 'turned', task: watch.task }] };
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
