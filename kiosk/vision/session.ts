/** The worker's day: takes frames, looks at them as often as the task needs, and says what it saw. */
import type { Engine } from './engine.ts';
import { frameReader, newestFrames } from './frames.ts';
import type { Frames } from './frames.ts';
import { judge } from './gate.ts';
import { examine, glance } from './look.ts';
import type { Look } from './look.ts';
import { paceOf } from './pace.ts';
import type { Picture } from './picture.ts';
import type { FromVision, VisionTask } from './protocol.ts';
import { runRules, wants } from './run.ts';
import { collected, counted, notePresence, startWatch } from './watch.ts';
import type { Judged, Presence, Told, Watch } from './watch.ts';

export type Session = {
  /** Looks at this camera from now on instead of the one before. */
  readonly follow: (stream: ReadableStream<VideoFrame>) => void;
  readonly ask: (task: number, what: VisionTask) => void;
  readonly close: () => void;
};

/** A camera that sends nothing for this long has failed even if it does not say so. */
const STALLED_AFTER_MS = 4_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/**
 * Looks at a picture as closely as the task needs; an embedding is made only of a frame that the gate lets through and
 * the run wants.
 */
async function lookFor(
  engine: Engine,
  watch: Watch,
  picture: Picture,
  at: number,
): Promise<{ look: Look; told: () => Told }> {
  const { kind } = watch;
  if (kind === 'rest' || watch.complete) {
    const look = await glance(engine, picture);
    return { look, told: () => counted(watch, look) };
  }
  const look = await examine(engine, picture);
  if (kind === 'point' || kind === 'turn') return { look, told: () => counted(watch, look) };
  const { main } = look;
  const verdict = judge(look, watch.before, kind);
  const { id, thresholds } = engine.set;
  const rules = runRules(kind, thresholds.sameRun);
  const counts = verdict.good && main !== null && wants(watch.run, main, at, rules);
  const embedding = counts ? await engine.embed(picture, main.points) : null;
  const judged: Judged = { at, look, verdict, embedding };
  return { look, told: () => collected(watch, judged, rules, id, performance.now()) };
}

/** Starts looking as soon as `follow` gives it a camera. `say` gets every message for the screen. */
export function startSession(engine: Engine, say: (message: FromVision) => void): Session {
  const readPicture = frameReader();
  let frames: Frames | null = null;
  let watch = startWatch(0, 'rest');
  let presence: Presence = null;

  const fail = (reason: 'frames' | 'bug', detail: string): void => {
    frames?.cancel();
    frames = null;
    say({ kind: 'failed', reason, detail });
  };

  /** One look at one frame; returns whether somebody is in view. */
  const lookAt = async (frame: VideoFrame): Promise<boolean> => {
    const at = performance.now();
    const picture = await readPicture(frame).finally(() => frame.close());
    const asked = watch;
    const { look, told } = await lookFor(engine, asked, picture, at);
    const noted = notePresence(presence, look.faces.length, at);
    presence = noted.presence;
    // Otherwise a new task came meanwhile, and this look was for the old one.
    if (watch === asked) {
      const { watch: next, messages } = told();
      watch = next;
      for (const message of messages) say(message);
    }
    if (noted.left) say({ kind: 'left', task: watch.task });
    return look.faces.length > 0;
  };

  const loop = async (own: Frames): Promise<void> => {
    for (;;) {
      const started = performance.now();
      const frame = await own.take(STALLED_AFTER_MS);
      if (frames !== own) {
        if (typeof frame === 'object') frame.close();
        return;
      }
      if (typeof frame === 'string') return fail('frames', `the camera’s stream ${frame}`);
      const faceInView = await lookAt(frame);
      const pace = paceOf({ kind: watch.kind, complete: watch.complete, faceInView });
      await pause(pace - (performance.now() - started));
    }
  };

  return {
    follow(stream) {
      frames?.cancel();
      frames = newestFrames(stream);
      loop(frames).catch((error: unknown) => fail('bug', error instanceof Error ? error.message : 'unknown'));
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
