/** The worker's day: takes frames, looks at them as often as the task needs, and says what it saw. */
import { attend } from './attend.ts';
import type { Engine } from './engine.ts';
import type { Found } from './follow.ts';
import { frameReader, newestFrames } from './frames.ts';
import type { Frames } from './frames.ts';
import { paceOf } from './pace.ts';
import type { FromVision, VisionTask } from './protocol.ts';
import type { Known } from './turn.ts';
import { notePresence, startWatch } from './watch.ts';
import type { Presence } from './watch.ts';

export type Session = {
  /** Looks at this camera from now on instead of the one before. */
  readonly follow: (stream: ReadableStream<VideoFrame>) => void;
  readonly ask: (task: number, what: VisionTask) => void;
  /** From now on whoever is to be identified is described by the set that was used before as well. */
  readonly remember: (previous: Engine) => void;
};

/** A camera that sends nothing for this long has failed even if it does not say so. */
const STALLED_AFTER_MS = 4_000;

/** Starts looking as soon as `follow` gives it a camera. `say` gets every message for the screen. */
export function startSession(engine: Engine, say: (message: FromVision) => void): Session {
  const readPicture = frameReader();
  let frames: Frames | null = null;
  let watch = startWatch(0, { kind: 'rest' });
  let presence: Presence = null;
  let previous: Engine | null = null;
  /** What the last look found, for the next to look for it there. */
  let found: Found | null = null;
  let endPause: () => void = () => undefined;
  /** Of the last complete run, until the person left or another run began. */
  let known: Known | null = null;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms));
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const fail = (reason: 'frames' | 'bug', detail: string): void => {
    frames?.leave();
    frames = null;
    say({ kind: 'failed', reason, detail });
  };

  /** One look at one frame; returns whether somebody is in view. */
  const lookAt = async (frame: VideoFrame): Promise<boolean> => {
    const at = performance.now();
    const picture = await readPicture(frame).finally(() => frame.close());
    const asked = watch;
    const attended = await attend({ engine, previous, known, found }, asked, picture, at);
    const { look, told } = attended;
    found = attended.found;
    const noted = notePresence(presence, look.faces.length, at);
    presence = noted.presence;
    // Otherwise a new task came meanwhile, and this look was for the old one.
    if (watch === asked) {
      const answer = told();
      watch = answer.watch;
      known = answer.known ?? known;
      for (const message of answer.messages) say(message);
    }
    if (noted.left) known = null;
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
      const pace = paceOf({ kind: watch.what.kind, complete: watch.complete, faceInView });
      await pause(pace - (performance.now() - started));
    }
  };

  return {
    follow(stream) {
      frames?.leave();
      found = null;
      frames = newestFrames(stream);
      loop(frames).catch((error: unknown) => fail('bug', error instanceof Error ? error.message : 'unknown'));
    },
    ask(task, what) {
      watch = startWatch(task, what);
      if (what.kind === 'identify' || what.kind === 'enrol') known = null;
      // Somebody waits for the first look.
      endPause();
    },
    remember(other) {
      previous = other;
    },
  };
}
