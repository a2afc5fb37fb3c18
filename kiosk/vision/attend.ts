/** One look at a picture, as closely as the task needs: which networks it is shown to, and what comes of it. */
import { overlap } from './detect.ts';
import { cosine } from './embed.ts';
import type { Engine } from './engine.ts';
import { find } from './follow.ts';
import type { Found } from './follow.ts';
import { hasRival, judge, obstacle } from './gate.ts';
import type { Verdict } from './gate.ts';
import { confirm, examine, glance } from './look.ts';
import type { Look, MainFace } from './look.ts';
import type { Picture } from './picture.ts';
import type { VisionTask } from './protocol.ts';
import { isDue, mayComplete, measures, runRules, viewOf, wants } from './run.ts';
import { needsLikeness } from './turn.ts';
import type { Known } from './turn.ts';
import { collected, counted, turning } from './watch.ts';
import type { Told, Watch } from './watch.ts';

export type Eyes = {
  readonly engine: Engine;
  /** Of the set that was used before; null: there is none, or it is not loaded yet. */
  readonly previous: Engine | null;
  /** Who was last recognised or registered; null: nobody, or they left. */
  readonly known: Known | null;
  /** What the look before found; null: there was none, or faces were only counted. */
  readonly found: Found | null;
};

/** `told` is asked for only while the task is still the newest. */
export type Attended = { readonly look: Look; readonly found: Found | null; readonly told: () => Told };

/** The other set finds the face for itself: its networks know only what their own detector shows them. */
async function describedBefore(
  { detect, landmarks, embed }: Engine,
  picture: Picture,
  { box }: MainFace,
): Promise<Float32Array | null> {
  const face = (await detect(picture)).find((one) => overlap(one.box, box) > 0.3);
  if (face === undefined) return null;
  return embed(picture, (await landmarks(picture, face)).points);
}

/** Judges a look, and where the frame may count, whether its landmarks agree with those of the mirrored face. */
async function judged(
  engine: Engine,
  watch: Watch,
  kind: 'identify' | 'enrol',
  picture: Picture,
  found: Found,
  mayCount: (main: MainFace) => boolean,
): Promise<{ readonly look: Look; readonly verdict: Verdict }> {
  if (kind === 'enrol') {
    // A turned head's pose is only right from both readings, and a registration has the time.
    const look = await examineClosely(engine, picture, found);
    return { look, verdict: judge(look, watch.before, kind) };
  }
  const look = examine(picture, found);
  const verdict = judge(look, watch.before, kind);
  if (!verdict.good || look.main === null || !mayCount(look.main)) return { look, verdict };
  const closer = { ...look, main: await confirm(engine, picture, look.main, found) };
  return { look: closer, verdict: judge(closer, watch.before, kind) };
}

/** An embedding is made only of a frame that the gate lets through and the run wants. */
async function collect(
  { engine, previous, found: before }: Eyes,
  watch: Watch,
  kind: 'identify' | 'enrol',
  picture: Picture,
  at: number,
): Promise<Attended> {
  const rules = runRules(kind, engine.set.thresholds);
  // No run is sent with a frame of which only a part was looked at: somebody may have come up beside.
  const last = mayComplete(watch.run, rules);
  const whole = last && (kind === 'enrol' || isDue(watch.run, at, rules));
  const found = await find(engine, picture, at, { before, whole });
  const mayBeKept = !last || found.wholeAt === at;
  const mayCount = (main: MainFace): boolean =>
    (mayBeKept && wants(watch.run, main, at, rules)) || measures(watch.run, main, at);
  const { look, verdict } = await judged(engine, watch, kind, picture, found, mayCount);
  const good = verdict.good ? look.main : null;
  const counts = good !== null && mayBeKept && wants(watch.run, good, at, rules) ? good : null;
  const measured = good !== null && measures(watch.run, good, at) ? good : null;
  const sample = {
    at,
    realness: measured && (await engine.realness(picture, measured.box)),
    embedding: counts && (await engine.embed(picture, counts.points, viewOf(watch.run, rules))),
    previous:
      counts && previous && kind === 'identify' ? await describedBefore(previous, picture, counts) : null,
  };
  const sets = { set: engine.set, previousId: previous?.set.id ?? null };
  return {
    look,
    found,
    told: () => collected(watch, kind, { look, verdict, sample }, sets, performance.now()),
  };
}

/** A look whose landmarks are read from the mirror image as well. */
async function examineClosely(engine: Engine, picture: Picture, found: Found): Promise<Look> {
  const look = examine(picture, found);
  return look.main === null ? look : { ...look, main: await confirm(engine, picture, look.main, found) };
}

/** An embedding is made only of a frame in which it matters who turns. */
async function watchTurn(
  { engine, known }: Eyes,
  watch: Watch,
  what: VisionTask & { readonly kind: 'turn' },
  picture: Picture,
  at: number,
): Promise<Attended> {
  const found = await find(engine, picture, at, { before: null, whole: true });
  const look = await examineClosely(engine, picture, found);
  const { main } = look;
  const hint = main && obstacle(look, main);
  const matters =
    main !== null && hint === null && known !== null && needsLikeness(watch.turn, main, what.side, known);
  const likeness = matters ? cosine(known.mean, await engine.embed(picture, main.points)) : null;
  const sample = { at, face: main, alone: main === null || !hasRival(look, main), likeness };
  return { look, found, told: () => turning(watch, what, { look, hint, sample }, known, engine.set) };
}

/** Looks at a picture taken at `at` (ms) for a task. */
export async function attend(eyes: Eyes, watch: Watch, picture: Picture, at: number): Promise<Attended> {
  const { what } = watch;
  if (what.kind === 'rest' || watch.complete) {
    const look = await glance(eyes.engine, picture);
    return { look, found: null, told: () => counted(watch, look) };
  }
  if (what.kind === 'turn') return watchTurn(eyes, watch, what, picture, at);
  if (what.kind !== 'point') return collect(eyes, watch, what.kind, picture, at);
  const found = await find(eyes.engine, picture, at, { before: eyes.found, whole: false });
  const look = await examineClosely(eyes.engine, picture, found);
  return { look, found, told: () => counted(watch, look) };
}
