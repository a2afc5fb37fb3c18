/**
 * face-api.js itself, in a real browser, on its plain JavaScript backend: the reference for our conversion. Human's
 * `faceres` runs beside it, on the same backend, from Human's own files.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Box, Picture, Point } from '../../../kiosk/vision/picture.ts';

const PACKAGES = join(import.meta.dirname, '../../../node_modules/@vladmandic');
const ORIGIN = 'http://face-api.test/';

export type Reference = {
  /** Faces in px of the picture, with scores; the detector sees the picture `inputSize` px large. */
  readonly detect: (picture: Picture, inputSize: number) => Promise<readonly { box: Box; score: number }[]>;
  /** 68 points in px of the picture, which is one face's crop. */
  readonly points: (picture: Picture) => Promise<readonly Point[]>;
  /** Descriptor of an aligned face. */
  readonly describe: (picture: Picture) => Promise<readonly number[]>;
  /** What Human's `faceres` says of [1, 224, 224, 3] numbers, as it was trained to be fed: 1024. */
  readonly faceres: (input: readonly number[]) => Promise<readonly number[]>;
  /** Its documented chain on a whole photograph: box, landmarks and descriptor of each face. */
  readonly everything: (
    picture: Picture,
    inputSize: number,
  ) => Promise<readonly { box: Box; points: readonly Point[]; descriptor: readonly number[] }[]>;
};

/** What is used of face-api's global; its own types would drag all of TensorFlow.js into the type check. */
type FaceApi = {
  readonly tf: {
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    readonly browser: { fromPixels(pixels: ImageData): unknown };
    tensor4d(values: Float32Array, shape: readonly [number, number, number, number]): unknown;
    loadGraphModel(address: string): Promise<{
      execute(input: unknown, output: string): { data(): Promise<Float32Array> };
    }>;
  };
  readonly nets: Record<
    'tinyFaceDetector' | 'faceLandmark68Net' | 'faceRecognitionNet',
    {
      loadFromUri(uri: string): Promise<void>;
      detectLandmarks(input: unknown): Promise<{ positions: { x: number; y: number }[] }>;
      computeFaceDescriptor(input: unknown): Promise<Float32Array>;
    }
  >;
  readonly TinyFaceDetectorOptions: new (options: { inputSize: number; scoreThreshold: number }) => object;
  detectAllFaces(
    input: unknown,
    options: object,
  ): Promise<{ score: number; box: Box }[]> & {
    withFaceLandmarks(): { withFaceDescriptors(): Promise<Full[]> };
  };
};
type Full = {
  readonly detection: { readonly box: Box };
  readonly landmarks: { readonly positions: { x: number; y: number }[] };
  readonly descriptor: Float32Array;
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can add to Window.
  interface Window {
    faceapi: FaceApi;
    imageOf: (picture: Sent) => ImageData;
  }
}

type Sent = { readonly width: number; readonly height: number; readonly base64: string };
const send = ({ width, height, data }: Picture): Sent => ({
  width,
  height,
  base64: Buffer.from(data).toString('base64'),
});

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.route(`${ORIGIN}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    return route.fulfill({ body: await readFile(join(PACKAGES, pathname)) });
  });
  await page.goto(ORIGIN);
  await page.addScriptTag({ url: `${ORIGIN}face-api/dist/face-api.js` });
  await page.evaluate(async () => {
    await window.faceapi.tf.setBackend('cpu');
    await window.faceapi.tf.ready();
    const { tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = window.faceapi.nets;
    for (const net of [tinyFaceDetector, faceLandmark68Net, faceRecognitionNet])
      await net.loadFromUri('/face-api/model');
    window.imageOf = ({ width, height, base64 }) => {
      const bytes = Uint8ClampedArray.from(atob(base64), (letter) => letter.charCodeAt(0));
      return new ImageData(bytes, width, height);
    };
  });
  return page;
}

/** Loads face-api.js into a new page of this browser. */
export async function openReference(browser: Browser): Promise<Reference> {
  const page = await openPage(browser);
  return {
    detect: (picture, inputSize) =>
      page.evaluate(
        async ([sent, size]) => {
          const options = new window.faceapi.TinyFaceDetectorOptions({
            inputSize: size,
            scoreThreshold: 0.5,
          });
          const input = window.faceapi.tf.browser.fromPixels(window.imageOf(sent));
          const faces = await window.faceapi.detectAllFaces(input, options);
          return faces.map(({ score, box: { x, y, width, height } }) => ({
            score,
            box: { x, y, width, height },
          }));
        },
        [send(picture), inputSize] as const,
      ),
    points: (picture) =>
      page.evaluate(async (sent) => {
        const input = window.faceapi.tf.browser.fromPixels(window.imageOf(sent));
        const { positions } = await window.faceapi.nets.faceLandmark68Net.detectLandmarks(input);
        return positions.map(({ x, y }) => ({ x, y }));
      }, send(picture)),
    describe: (picture) =>
      page.evaluate(async (sent) => {
        const input = window.faceapi.tf.browser.fromPixels(window.imageOf(sent));
        return [...(await window.faceapi.nets.faceRecognitionNet.computeFaceDescriptor(input))];
      }, send(picture)),
    faceres: (input) =>
      page.evaluate(
        async (values) => {
          const { tf } = window.faceapi;
          const model = await tf.loadGraphModel('/human/models/faceres.json');
          const tensor = tf.tensor4d(Float32Array.from(values), [1, 224, 224, 3]);
          return [...(await model.execute(tensor, 'global_pooling/Mean').data())];
        },
        [...input],
      ),
    everything: (picture, inputSize) =>
      page.evaluate(
        async ([sent, size]) => {
          const canvas = document.createElement('canvas');
          canvas.width = sent.width;
          canvas.height = sent.height;
          canvas.getContext('2d')?.putImageData(window.imageOf(sent), 0, 0);
          const options = new window.faceapi.TinyFaceDetectorOptions({
            inputSize: size,
            scoreThreshold: 0.5,
          });
          const all = await window.faceapi
            .detectAllFaces(canvas, options)
            .withFaceLandmarks()
            .withFaceDescriptors();
          return all.map(({ detection: { box }, landmarks, descriptor }) => ({
            box: { x: box.x, y: box.y, width: box.width, height: box.height },
            points: landmarks.positions.map(({ x, y }) => ({ x, y })),
            descriptor: [...descriptor],
          }));
        },
        [send(picture), inputSize] as const,
      ),
  };
}
