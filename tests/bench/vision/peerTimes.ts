/** What a frame costs in face-api.js and Human, from the page's own camera, in their documented ways. */
import type { Page } from 'playwright-core';
import type { PeerWindow } from './peerTypes.ts';

/** Median ms, by what is done of the pipeline. */
export type PeerTimes = Readonly<Record<string, number>>;

/** In the page: a video element that plays the camera, and a clock that takes medians. */
async function prepare(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const video = document.createElement('video');
  video.srcObject = stream;
  video.muted = true;
  await video.play();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  const medianMs = async (rounds: number, work: () => PromiseLike<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let round = -3; round < rounds; round++) {
      const started = performance.now();
      if (!(await work())) throw new Error('nobody in the picture');
      if (round >= 0) times.push(performance.now() - started);
    }
    return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
  };
  Object.assign(window, { video, medianMs });
}

type Prepared = PeerWindow & {
  readonly video: HTMLVideoElement;
  readonly medianMs: (rounds: number, work: () => PromiseLike<unknown>) => Promise<number>;
};

/**
 * `detectSingleFace().withFaceLandmarks().withFaceDescriptor()` as in face-api.js's README, with both of its detectors
 * and their own settings: all of it, and without its last steps.
 */
export async function timeFaceApi(page: Page, rounds: number): Promise<Record<'ssd' | 'tiny', PeerTimes>> {
  await page.evaluate(prepare);
  return page.evaluate(async (count) => {
    const { faceapi, video, medianMs } = window as unknown as Prepared;
    const timed = async (options: object): Promise<PeerTimes> => {
      const detect = () => faceapi.detectSingleFace(video, options);
      return {
        detect: await medianMs(count, detect),
        'detect, landmarks': await medianMs(count, () => detect().withFaceLandmarks()),
        whole: await medianMs(count, () => detect().withFaceLandmarks().withFaceDescriptor()),
      };
    };
    return {
      ssd: await timed(new faceapi.SsdMobilenetv1Options()),
      tiny: await timed(new faceapi.TinyFaceDetectorOptions()),
    };
  }, rounds);
}

/**
 * Human's detector, mesh and description: of every frame, as ours are, and as it ships, where it goes on with what it
 * knows for up to three seconds while the picture changes little.
 */
export async function timeHuman(page: Page, rounds: number): Promise<PeerTimes> {
  await page.evaluate(prepare);
  return page.evaluate(async (count) => {
    const { human, video, medianMs } = window as unknown as Prepared;
    const described = async (settings: object): Promise<boolean> => {
      const { face } = await human.detect(video, { ...settings });
      return face[0]?.embedding !== undefined;
    };
    const always = { skipFrames: 0, skipTime: 0 };
    const whole = await medianMs(count, () =>
      described({ cacheSensitivity: 0, face: { detector: always, description: always } }),
    );
    const asShipped = { skipFrames: 99, skipTime: 2500 };
    const skipping = await medianMs(count, () =>
      described({
        cacheSensitivity: 0.7,
        face: { detector: asShipped, description: { ...asShipped, skipTime: 3000 } },
      }),
    );
    return { whole, skipping };
  }, rounds);
}
