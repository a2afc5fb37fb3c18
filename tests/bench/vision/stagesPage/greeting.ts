/**
 * What the frames of a greeting cost: the worker's own looks at its own pace, from the one that notices somebody to the
 * one that completes the run.
 */
import { attend } from '../../../../kiosk/vision/attend.ts';
import type { Engine } from '../../../../kiosk/vision/engine.ts';
import type { Found } from '../../../../kiosk/vision/follow.ts';
import { frameReader, newestFrames } from '../../../../kiosk/vision/frames.ts';
import type { Frames } from '../../../../kiosk/vision/frames.ts';
import { paceOf } from '../../../../kiosk/vision/pace.ts';
import { startWatch } from '../../../../kiosk/vision/watch.ts';

declare const MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readonly readable: ReadableStream<VideoFrame>;
};

/** One look: ms from the camera's frame to what is said of it, and whether an embedding was made. */
type Timed = { readonly ms: number; readonly embedded: boolean };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

async function greeting(
  engine: Engine,
  frames: Frames,
  read: ReturnType<typeof frameReader>,
): Promise<Timed[]> {
  const looks: Timed[] = [];
  let watch = startWatch(0, { kind: 'rest' });
  let found: Found | null = null;
  while (!watch.complete) {
    const frame = await frames.take(4_000);
    if (typeof frame === 'string') throw new Error(`the camera ${frame}`);
    const at = performance.now();
    const picture = await read(frame).finally(() => frame.close());
    const attended = await attend({ engine, previous: null, known: null, found }, watch, picture, at);
    found = attended.found;
    const { watch: next, known } = attended.told();
    looks.push({
      ms: performance.now() - at,
      embedded: next.run.kept.length > watch.run.kept.length || known !== undefined,
    });
    const { faces } = attended.look;
    if (faces.length === 0) throw new Error('nobody in the picture');
    // Somebody is there: the screen asks who.
    watch = watch.what.kind === 'rest' ? startWatch(1, { kind: 'identify' }) : next;
    await pause(paceOf({ kind: 'identify', faceInView: true, complete: false }) - (performance.now() - at));
  }
  return looks;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * ms, medians over some greetings after two that do not count: `a frame`, the mean of all looks of a greeting; `counted`
 * and `not counted`, those with and without an embedding. `looks`: how many a greeting takes.
 */
export async function timeGreetings(
  engine: Engine,
  track: MediaStreamTrack,
  count: number,
): Promise<Readonly<Record<'looks' | 'not counted' | 'counted' | 'a frame', number>>> {
  const frames = newestFrames(
    new MediaStreamTrackProcessor({ track: track.clone(), maxBufferSize: 1 }).readable,
  );
  const read = frameReader();
  const all: Timed[][] = [];
  for (let round = -2; round < count; round++) {
    const looks = await greeting(engine, frames, read);
    if (round >= 0) all.push(looks);
  }
  frames.leave();
  const of = (embedded: boolean): number =>
    middle(all.flat().flatMap((look) => (look.embedded === embedded ? look.ms : [])));
  return {
    looks: middle(all.map(({ length }) => length)),
    'not counted': of(false),
    counted: of(true),
    'a frame': middle(all.map((looks) => mean(looks.map(({ ms }) => ms)))),
  };
}
