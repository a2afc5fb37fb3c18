/** Times each stage of a look on a camera frame, in a real browser. */
import { detectorInput } from '../../../kiosk/vision/detect.ts';
import { frameReader } from '../../../kiosk/vision/frames.ts';
import { loadFrom } from '../../../kiosk/vision/load.ts';
import { examine, nearest } from '../../../kiosk/vision/look.ts';
import { qualityOf } from '../../../kiosk/vision/quality.ts';

export type StageTimes = Readonly<Record<string, number>>;

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can add to Window.
  interface Window {
    timeStages: (threads: number, rounds: number) => Promise<StageTimes>;
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

/** A frame of the camera, kept open for as long as the page lives. */
async function cameraFrame(): Promise<VideoFrame> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const video = document.createElement('video');
  video.srcObject = stream;
  video.muted = true;
  await video.play();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  return new VideoFrame(video);
}

window.timeStages = async (threads, rounds) => {
  const started = performance.now();
  const { engine } = await loadFrom('/models/embedded/', threads);
  const load = performance.now() - started;
  const frame = await cameraFrame();
  const read = frameReader();
  const picture = await read(frame);
  const face = nearest(await engine.detect(picture));
  if (face === undefined) throw new Error('nobody in the picture');
  const { points } = await engine.landmarks(picture, face.box);
  const aligned = engine.align(picture, points);
  const time = (work: () => unknown): Promise<number> => medianMs(rounds, work);
  return {
    width: picture.width,
    load,
    read: await time(() => read(frame)),
    scale: await time(() => detectorInput(picture, engine.set.detector)),
    detect: await time(() => engine.detect(picture)),
    landmarks: await time(() => engine.landmarks(picture, face.box)),
    align: await time(() => engine.align(picture, points)),
    quality: await time(() => qualityOf(aligned)),
    embed: await time(() => engine.embed(aligned)),
    whole: await time(async () =>
      engine.embed((await examine(engine, await read(frame))).aligned ?? aligned),
    ),
  };
};
