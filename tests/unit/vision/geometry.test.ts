import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment, fitSimilarity } from '../../../kiosk/vision/align.ts';
import { decodeFaces, detectorInput, keepBest, overlap } from '../../../kiosk/vision/detect.ts';
import { combine, cropFace, unmirror } from '../../../kiosk/vision/landmarks.ts';
import { mirror, warp } from '../../../kiosk/vision/picture.ts';
import type { Picture, Point } from '../../../kiosk/vision/picture.ts';
import { poseDifference, poseOf } from '../../../kiosk/vision/pose.ts';
import { scaleInto, shrink } from '../../../kiosk/vision/scale.ts';
import { toInput } from '../../../kiosk/vision/tensor.ts';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { facePoints } from './faces.ts';

const set = findSet(readManifest(), 'embedded') ?? expect.unreachable();
const { detector } = set;
if (detector.kind !== 'tinyYolo') throw new Error('the detector is another');

/** A picture whose pixel (x, y) is (x, y, 7). */
function ramp(width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([x, y, 7, 255], (y * width + x) * 4);
  return { width, height, data };
}

const same = { a: 1, b: 0, tx: 0, ty: 0 };
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });

describe('moving pixels', () => {
  it('copies exactly when nothing moves', () => {
    const { values } = warp(ramp(5, 4), same, { width: 5, height: 4 });
    expect([...values.subarray(0, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([values[20], values[25], values[35]]).toEqual([0, 1, 3]);
    expect(new Set(values.subarray(40))).toEqual(new Set([7]));
  });

  it('looks up halfway between pixels', () => {
    const { values } = warp(ramp(8, 8), { ...same, tx: 2.5, ty: 1.25 }, { width: 2, height: 2 });
    expect([...values.subarray(0, 8)]).toEqual([2.5, 3.5, 2.5, 3.5, 1.25, 1.25, 2.25, 2.25]);
  });

  it('is black outside the picture and outside the clip', () => {
    expect(warp(ramp(4, 4), { ...same, tx: -2 }, { width: 2, height: 1 }).values[4]).toBe(0);
    const clip = { x: 1, y: 0, width: 2, height: 4 };
    expect([...warp(ramp(4, 4), same, { width: 4, height: 1 }, clip).values.subarray(8)]).toEqual([
      0, 7, 7, 0,
    ]);
  });

  it('averages when it shrinks', () => {
    const small = shrink(ramp(6, 4), 2);
    expect([small.width, small.height]).toEqual([3, 2]);
    expect([...small.data.subarray(0, 8)]).toEqual([0, 0, 7, 255, 2, 0, 7, 255]);
    expect(warp(ramp(64, 64), { ...same, a: 4 }, { width: 16, height: 16 }).values[1]).toBeCloseTo(5.5, 5);
  });

  it('V135 shrinks to the means of blocks, wherever the bytes lie in memory', () => {
    const whole = ramp(5, 4);
    const odd = { ...whole, data: new Uint8Array([0, ...whole.data]).subarray(1) };
    for (const picture of [whole, odd])
      expect([...shrink(picture, 2).data.subarray(8)]).toEqual([0, 2, 7, 255, 2, 2, 7, 255]);
    const bright = new Uint8Array(16 * 16 * 4).fill(255);
    expect([...shrink({ width: 16, height: 16, data: bright }, 16).data]).toEqual([255, 255, 255, 255]);
  });

  it('V59 scales a whole picture fast to the same as the general way', () => {
    for (const [step, width, height] of [
      [1, 64, 40],
      [1.4, 48, 32],
      [0.7, 96, 64],
      [1.23, 64, 64],
    ] as const) {
      const fast = scaleInto(ramp(64, 40), step, { width, height });
      const general = warp(ramp(64, 40), { ...same, a: step }, { width, height });
      const apart = fast.values.map((value, at) => Math.abs(value - (general.values[at] ?? Infinity)));
      expect(Math.max(...apart)).toBeLessThan(1e-3);
    }
  });

  it('is its own mirror image twice', () => {
    const planes = warp(ramp(5, 3), same, { width: 5, height: 3 });
    expect([...mirror(planes).values.subarray(0, 5)]).toEqual([4, 3, 2, 1, 0]);
    expect(mirror(mirror(planes))).toEqual(planes);
  });

  it('V60 feeds a network the channels in the order and scale its set asks for', () => {
    const planes = { width: 1, height: 1, values: Float32Array.of(10, 20, 30) };
    const scale: [number, number, number] = [2, 4, 5];
    expect([...toInput([planes], { channels: 'RGB', mean: [0, 4, 5], scale })]).toEqual([5, 4, 5]);
    expect([...toInput([planes, planes], { channels: 'BGR', mean: [0, 0, 0], scale })]).toEqual([
      15, 5, 2, 15, 5, 2,
    ]);
  });
});

describe('the detector', () => {
  it('V61 scales any frame into multiples of its cell, top left, unstretched', () => {
    const { planes, framePx } = detectorInput(ramp(1280, 720), detector);
    expect([planes.width, planes.height]).toEqual([416, 256]);
    expect(framePx).toBeCloseTo(1280 / 416);
    expect(planes.values.at(-1)).toBe(0);
    expect(detectorInput(ramp(416, 416), detector).planes).toMatchObject({ width: 416, height: 416 });
  });

  it('V62 reads a cell and an anchor into a box in frame px', () => {
    const [rows, columns] = [2, 3];
    const cells = new Float32Array(25 * rows * columns).fill(-20);
    const plane = rows * columns;
    const put = (anchor: number, cell: number, values: readonly number[]): void =>
      values.forEach((value, field) => (cells[(anchor * 5 + field) * plane + cell] = value));
    put(1, 4, [0, 0, 0, Math.log(2), 3]);
    const [face, ...rest] = decodeFaces(cells, { rows, columns }, detector, 2);
    expect(rest).toEqual([]);
    const width = 6.041143 * 64;
    const height = 2 * 7.080126 * 64;
    expect(face?.score).toBeCloseTo(1 / (1 + Math.exp(-3)));
    expect(face?.box.width).toBeCloseTo(width, 3);
    expect(face?.box.x).toBeCloseTo(1.5 * 64 - width / 2, 3);
    expect(face?.box.y).toBeCloseTo(1.5 * 64 - height / 2, 3);
  });

  it('V63 keeps the surer of two boxes on one face', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const faces = [
      { box, score: 0.6 },
      { box: { ...box, x: 1 }, score: 0.9 },
      { box: { ...box, x: 30 }, score: 0.7 },
    ];
    expect(keepBest(faces, 0.4).map(({ score }) => score)).toEqual([0.9, 0.7]);
    expect(overlap(box, box)).toBe(1);
    expect(overlap(box, { ...box, x: 5 })).toBeCloseTo(1 / 3);
    expect(overlap(box, { ...box, y: 10 })).toBe(0);
  });
});

describe('landmarks and pose', () => {
  it('V64 agrees with the mirrored reading of a symmetrical face, and notices when it does not', () => {
    const crop = cropFace(ramp(400, 400), { x: 100, y: 100, width: 200, height: 200 }, 112);
    const points = facePoints({ at: { x: 200, y: 180 }, eyeDistance: 60 });
    expect(combine(points, unmirror(points, crop)).disagreement).toBeCloseTo(0, 6);
    const off = points.map(({ x, y }) => ({ x: x + 6, y }));
    // Both readings are 6 px off, to opposite sides.
    expect(combine(off, unmirror(off, crop)).disagreement).toBeCloseTo(12 / 60, 6);
  });

  it('V65 reads roll and yaw whatever the size and place of the face', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.6, max: 0.6, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        fc.double({ min: 20, max: 400, noNaN: true }),
        point,
        (roll, yaw, eyeDistance, at) => {
          const pose = poseOf(facePoints({ roll, yaw, eyeDistance, at }));
          expect(pose.roll).toBeCloseTo(roll, 5);
          expect(pose.yaw).toBeCloseTo(yaw, 5);
          expect(pose.eyeDistance).toBeCloseTo(eyeDistance, 4);
        },
      ),
    );
  });

  it('calls a turned head different and a nearer one the same', () => {
    const straight = poseOf(facePoints());
    expect(poseDifference(straight, poseOf(facePoints({ eyeDistance: 200 })))).toBeCloseTo(0);
    expect(poseDifference(straight, poseOf(facePoints({ yaw: 0.15 })))).toBeCloseTo(0.15);
  });
});

describe('alignment', () => {
  it('V66 finds the turn, scale and move between any two sets of points that differ by one', () => {
    const similarity = fc.record({
      a: fc.double({ min: 0.1, max: 5, noNaN: true }),
      b: fc.double({ min: -5, max: 5, noNaN: true }),
      tx: coordinate,
      ty: coordinate,
    });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 40 }),
        similarity,
        (points, { a, b, tx, ty }) => {
          const spread = Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x));
          fc.pre(spread > 1);
          const found = fitSimilarity(
            points,
            points.map(({ x, y }) => ({ x: a * x - b * y + tx, y: b * x + a * y + ty })),
          );
          expect(found.a).toBeCloseTo(a, 4);
          expect(found.b).toBeCloseTo(b, 4);
          expect(found.tx).toBeCloseTo(tx, 1);
          expect(found.ty).toBeCloseTo(ty, 1);
        },
      ),
    );
  });

  it('V67 brings the eyes of a tilted face level into the same place', () => {
    const [embedder = expect.unreachable()] = set.embedders;
    const { size } = embedder;
    for (const options of [{}, { roll: 0.4 }, { eyeDistance: 60 }, { at: { x: 300, y: 500 }, roll: -0.3 }]) {
      const points = facePoints(options);
      const { a, b, tx, ty } = alignment(points, embedder);
      const { middle, eyeDistance } = poseOf(points);
      const scale = Math.hypot(a, b);
      // Back from the frame into the aligned face.
      const x = (a * (middle.x - tx) + b * (middle.y - ty)) / scale ** 2;
      const y = (a * (middle.y - ty) - b * (middle.x - tx)) / scale ** 2;
      expect(x / size).toBeCloseTo(0.5, 1);
      expect(y / size).toBeCloseTo(0.3, 1);
      expect(eyeDistance / scale / size).toBeCloseTo(0.41, 1);
    }
  });
});
