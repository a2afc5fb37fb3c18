/** Times each stage of a look on a camera frame, in a real browser. */
import { portrait } from '../../../../kiosk/vision/align.ts';
import { detectorInput } from '../../../../kiosk/vision/detect.ts';
import { frameReader } from '../../../../kiosk/vision/frames.ts';
import { loadFrom } from '../../../../kiosk/vision/load.ts';
import { nearest } from '../../../../kiosk/vision/look.ts';
import { qualityOf } from '../../../../kiosk/vision/quality.ts';

import { timeGreetings } from './greeting.ts';

const GREETINGS = 12;

export type StageTimes = Readonly<Record<string, number>>;

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can add to Window.
  interface Window {
    timeStages: (set: string, threads: number, rounds: number) => Promise<StageTimes>;
  }
}

/** Median ms of `rounds` calls after three that do not count. */
async function medianMs(rounds: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const started = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - started);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** The camera, and a frame of it that is kept open for as long as the page lives. */
async function openCamera(): Promise<{ readonly frame: VideoFrame; readonly track: MediaStreamTrack }> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const video = document.createElement('video');
  video.srcObject = stream;
  video.muted = true;
  await video.play();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new Error('no camera');
  const frame = new VideoFrame(video);
  // The worker has no video to draw beside its looks.
  video.srcObject = null;
  return { frame, track };
}

window.timeStages = async (set, threads, rounds) => {
  const started = performance.now();
  const { engine } = await loadFrom(`/models/${set}/`, threads);
  const load = performance.now() - started;
  const { frame, track } = await openCamera();
  const read = frameReader();
  const picture = await read(frame);
  const face = nearest(await engine.detect(picture));
  if (face === undefined) throw new Error('nobody in the picture');
  const { points } = await engine.landmarks(picture, face);
  const upright = portrait(picture, points);
  const time = (work: () => unknown): Promise<number> => medianMs(rounds, work);
  const times: Record<string, number> = {
    width: picture.width,
    load,
    read: await time(() => read(frame)),
    scale: await time(() => detectorInput(picture, engine.set.detector)),
    detect: await time(() => engine.detect(picture)),
    'read face': await time(() => engine.pointer.read(picture, face)),
    'read mirrored': await time(() => engine.pointer.confirm(picture, { ...face, points, from: face.box })),
    portrait: await time(() => portrait(picture, points)),
    quality: await time(() => qualityOf(upright)),
  };
  for (const { spec, align, embed } of engine.describers) {
    const aligned = align(picture, points);
    times[`align ${spec.file}`] = await time(() => align(picture, points));
    times[`embed ${spec.file}`] = await time(() => embed(aligned, 'straight'));
  }
  for (const { spec, realness } of engine.passives)
    times[`realness ${spec.file}`] = await time(() => realness(picture, face.box));
  return { ...times, ...(await timeGreetings(engine, track, GREETINGS)) };
};
