/** The worker's day: takes frames, looks, judges, collects a run, and says what it saw. */
import type { Engine } from './engine.ts';
import { frameReader, newestFrames } from './frames.ts';
import type { Frames } from './frames.ts';
import { fractionOf, judge } from './gate.ts';
import type { Verdict } from './gate.ts';
import { examine, glance, nearest } from './look.ts';
import type { Look, MainFace } from './look.ts';
import { paceOf } from './pace.ts';
import type { Picture } from './picture.ts';
import type { FromVision, VisionTask } from './protocol.ts';
import { advanceRun, emptyRun, progressOf, runRules } from './run.ts';
import type { Run } from './run.ts';

export type Session = {
  /** Looks at this camera from now on instead of the one before. */
  readonly follow: (stream: ReadableStream<VideoFrame>) => void;
  readonly ask: (task: number, what: VisionTask) => void;
  readonly close: () => void;
};

/** A camera that sends nothing for this long has failed even if it does not say so. */
const STALLED_AFTER_MS = 4_000;
/** Nobody in view for this long: they left. */
const LEFT_AFTER_MS = 1_500;

type Watch = {
  readonly task: number;
  readonly kind: VisionTask['kind'];
  readonly run: Run;
  readonly complete: boolean;
  /** Main face of the look before, for steadiness. */
  readonly before: MainFace | null;
};

const startWatch = (task: number, kind: VisionTask['kind']): Watch => ({
  task,
  kind,
  run: emptyRun,
  complete: false,
  before: null,
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Starts looking as soon as `follow` gives it a camera. `say` gets every message for the screen. */
export function startSession(engine: Engine, say: (message: FromVision) => void): Session {
  const readPicture = frameReader();
  const { sameRun } = engine.set.thresholds;
  let frames: Frames | null = null;
  let watch = startWatch(0, 'rest');
  let lastFaceAt: number | null = null;

  /** Tells once that the last person is gone. */
  const notice = (look: Look, at: number, task: number): void => {
    if (look.faces.length > 0) lastFaceAt = at;
    else if (lastFaceAt !== null && at - lastFaceAt >= LEFT_AFTER_MS) {
      lastFaceAt = null;
      say({ kind: 'left', task });
    }
  };

  const saySeen = (look: Look, verdict: Verdict, of: Watch, progress: number): void => {
    const face = nearest(look.faces);
    const box = face === undefined ? null : fractionOf(look, face.box);
    say({ kind: 'seen', task: of.task, faces: look.faces.length, box, hint: verdict.hint, progress });
  };

  const merelyCount = async (picture: Picture, at: number, of: Watch): Promise<boolean> => {
    const look = await glance(engine, picture);
    if (watch !== of) return false;
    saySeen(look, { good: false, hint: null }, of, of.complete ? 1 : 0);
    notice(look, at, of.task);
    return look.faces.length > 0;
  };

  const collect = async (
    picture: Picture,
    at: number,
    of: Watch,
    kind: 'identify' | 'enrol',
  ): Promise<boolean> => {
    const { look, aligned } = await examine(engine, picture);
    const verdict = judge(look, of.before, kind);
    const embedding = verdict.good && aligned !== null ? await engine.embed(aligned) : null;
    // A new task came meanwhile: this look belongs to the old one.
    if (watch !== of) return false;
    const rules = runRules(kind, sameRun);
    const run = advanceRun(of.run, { at, face: look.main, embedding }, rules);
    const progress = progressOf(run, rules);
    watch = { ...of, run, complete: progress === 1, before: look.main };
    saySeen(look, verdict, of, progress);
    notice(look, at, of.task);
    if (progress === 1) {
      const embeddings = run.kept.map((kept) => kept.embedding);
      const tookMs = performance.now() - (run.since ?? at);
      say({ kind: 'run', task: of.task, modelId: engine.set.id, embeddings, tookMs });
      // The embeddings are the screen's now; only presence matters from here on.
      watch = { ...watch, run: emptyRun };
    }
    return look.main !== null;
  };

  const lookAt = async (frame: VideoFrame): Promise<boolean> => {
    const at = performance.now();
    const picture = await readPicture(frame).finally(() => frame.close());
    const { kind, complete } = watch;
    return kind === 'rest' || complete ? merelyCount(picture, at, watch) : collect(picture, at, watch, kind);
  };

  const loop = async (own: Frames): Promise<void> => {
    while (frames === own) {
      const started = performance.now();
      const frame = await own.take(STALLED_AFTER_MS);
      if (frames !== own) {
        if (typeof frame === 'object') frame.close();
        return;
      }
      if (typeof frame === 'string') {
        own.cancel();
        frames = null;
        say({ kind: 'failed', reason: 'frames', detail: `the camera's stream ${frame}` });
        return;
      }
      const faceInView = await lookAt(frame);
      await pause(
        paceOf({ kind: watch.kind, complete: watch.complete, faceInView }) - (performance.now() - started),
      );
    }
  };

  return {
    follow(stream) {
      frames?.cancel();
      frames = newestFrames(stream);
      loop(frames).catch((error: unknown) => {
        frames?.cancel();
        frames = null;
        say({ kind: 'failed', reason: 'bug', detail: error instanceof Error ? error.message : 'unknown' });
      });
    },
    ask(task, what) {
      watch = startWatch(task, what.kind);
    },
    close() {
      frames?.cancel();
      frames = null;
    },
  };
}
