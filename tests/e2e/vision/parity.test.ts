import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { long } from '../../long.ts';
import { cosine, normalise } from '../../../kiosk/vision/embed.ts';
import type { Describer, Engine } from '../../../kiosk/vision/engine.ts';
import { detectorInput, overlap } from '../../../kiosk/vision/detect.ts';
import { cropFace, distance, eyes } from '../../../kiosk/vision/landmarks.ts';
import type { Picture, Planes } from '../../../kiosk/vision/picture.ts';
import { describeAsDocumented } from '../../bench/documented.ts';
import { nodeEngine } from '../../bench/nodeEngine.ts';
import { launchBrowser } from '../../browser.ts';
import { decodeWith, samplePath } from '../../camera/photos.ts';
import { openReference } from './faceApi.ts';
import type { Reference } from './faceApi.ts';

const samples = [1, 2, 3, 4, 5, 6];
/** What is compared of them in a browser. */
const tried = long ? samples : [1, 4];

/** Planes as a picture of whole bytes, so that both sides calculate from exactly the same pixels. */
function asPicture({ width, height, values }: Planes, square = Math.max(width, height)): Picture {
  const data = new Uint8ClampedArray(square * square * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        data[(y * square + x) * 4 + c] = Math.round(values[c * width * height + y * width + x] ?? 0);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width: square, height: square, data };
}

/** The other way round: RGB planes of a square picture. */
function asPlanes({ width, height, data }: Picture): Planes {
  const plane = width * height;
  const values = Float32Array.from(
    { length: plane * 3 },
    (_, at) => data[(at % plane) * 4 + Math.floor(at / plane)] ?? 0,
  );
  return { width, height, values };
}

let browser: Browser;
let reference: Reference;
let engine: Engine;
let photos: Picture[];

beforeAll(async () => {
  browser = await launchBrowser();
  photos = await decodeWith(browser, samples.map(samplePath));
  reference = await openReference(browser);
  engine = await nodeEngine('embedded', 2);
});
afterAll(async () => {
  await browser.close();
});

const photo = (sample: number): Picture => photos[sample - 1] ?? expect.unreachable(`no sample ${sample}`);

describe('the converted networks against face-api.js itself', () => {
  it.each(tried)('V1 finds the same faces from the same pixels of sample %i', async (sample) => {
    const { longSide } = engine.set.detector;
    const picture = asPicture(detectorInput(photo(sample), engine.set.detector).planes, longSide);
    const ours = await engine.detect(picture);
    const theirs = await reference.detect(picture, longSide);
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours).toHaveLength(theirs.length);
    for (const [index, { box, score }] of theirs.entries()) {
      expect(ours[index]?.score).toBeCloseTo(score, 4);
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(ours[index]?.box[side]).toBeCloseTo(box[side], 1);
    }
  });

  it.each(tried)('V2 puts the 68 landmarks in the same places in sample %i', async (sample) => {
    const [face] = await engine.detect(photo(sample));
    const { size } = engine.set.landmarks;
    const picture = asPicture(cropFace(photo(sample), face?.box ?? expect.unreachable(), size).planes);
    const ours =
      (await engine.pointer.read(picture, { score: 1, box: { x: 0, y: 0, width: size, height: size } }))
        ?.points ?? [];
    const theirs = await reference.points(picture);
    const apart = theirs.map((point, index) => distance(point, ours[index] ?? { x: Infinity, y: 0 }));
    // px of a crop of 112
    expect(Math.max(...apart)).toBeLessThan(0.01);
  });

  /** A sample's first face as one of the set's networks sees it, in whole bytes. */
  async function alignedFace(sample: number, describer: Describer): Promise<Picture> {
    const [face] = await engine.detect(photo(sample));
    const { points } = await engine.landmarks(photo(sample), face ?? expect.unreachable());
    return asPicture(describer.align(photo(sample), points));
  }

  it.each(tried)('V3 describes the same aligned face of sample %i alike', async (sample) => {
    const [describer = expect.unreachable()] = engine.describers;
    const picture = await alignedFace(sample, describer);
    const ours = await describer.describe(asPlanes(picture));
    const theirs = Float32Array.from(await reference.describe(picture));
    expect(theirs).toHaveLength(describer.spec.dimension);
    expect(Math.max(...ours.map((value, at) => Math.abs(value - (theirs[at] ?? Infinity))))).toBeLessThan(
      1e-4,
    );
    expect(cosine(normalise(ours), normalise(theirs))).toBeGreaterThan(0.999_999);
  });

  it('FA1 describes the same aligned face as Human’s own faceres does, fed as it was trained', async () => {
    const [, describer = expect.unreachable()] = engine.describers;
    const picture = await alignedFace(1, describer);
    const ours = await describer.describe(asPlanes(picture));
    const mean = [103.939, 116.779, 123.68];
    const bgr = Array.from({ length: picture.width * picture.height * 3 }, (_, at) => {
      const channel = at % 3;
      return (picture.data[Math.floor(at / 3) * 4 + 2 - channel] ?? 0) - (mean[channel] ?? 0);
    });
    const theirs = Float32Array.from(await reference.faceres(bgr));
    expect(theirs).toHaveLength(1024);
    expect(ours).toHaveLength(1024);
    expect(Math.max(...ours.map((value, at) => Math.abs(value - (theirs[at] ?? Infinity))))).toBeLessThan(
      1e-3,
    );
    expect(cosine(normalise(ours), normalise(theirs))).toBeGreaterThan(0.999_999);
  });

  it('V4 agrees with the whole documented chain on a photograph', async () => {
    const picture = photo(6);
    const ours = await engine.detect(picture);
    for (const their of await reference.everything(picture, engine.set.detector.longSide)) {
      const our =
        ours.find(({ box }) => overlap(box, their.box) > 0.8) ?? expect.unreachable('a face is missing');
      const points = (await engine.pointer.read(picture, our))?.points ?? [];
      const [left, right] = eyes(their.points);
      const apart = their.points.map((point, index) =>
        distance(point, points[index] ?? { x: Infinity, y: 0 }),
      );
      // The browser's canvas scales pictures otherwise than we do; this is what is left of it.
      const share = apart.reduce((sum, value) => sum + value, 0) / apart.length / distance(left, right);
      const descriptor = normalise(await describeAsDocumented(engine, picture, our));
      if (distance(left, right) < 60) continue;
      expect(share).toBeLessThan(0.06);
      expect(cosine(descriptor, normalise(Float32Array.from(their.descriptor)))).toBeGreaterThan(0.98);
    }
  });
});
