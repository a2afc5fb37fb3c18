import { describe, expect, it } from 'vitest';
import { cosine, joinParts, normalise } from '../../../kiosk/vision/embed.ts';
import { unmirror } from '../../../kiosk/vision/landmarks.ts';
import type { Output } from '../../../kiosk/vision/net.ts';
import { poseOf } from '../../../kiosk/vision/pose.ts';
import { decodeYunet } from '../../../kiosk/vision/yunet.ts';
import { readWeights } from '../../../models/convert/weights.ts';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { readPrior } from '../../../models/prior.ts';
import { dimensionOf } from '../../../models/set.ts';

const { sets } = readManifest();
const { detector } = findSet({ sets }, 'recommended') ?? expect.unreachable();
if (detector.kind !== 'yunet') throw new Error('the detector is another');

describe('the weights of a graph model', () => {
  it('FA2 are read from half-precision floats, past whole numbers', () => {
    const model = JSON.stringify({
      modelTopology: { node: [] },
      weightsManifest: [
        {
          paths: ['x.bin'],
          weights: [
            { name: 'axes', shape: [2], dtype: 'int32' },
            { name: 'half', shape: [5], dtype: 'float32', quantization: { dtype: 'float16' } },
          ],
        },
      ],
    });
    // 1, -2, the largest, the smallest and zero.
    const half = Uint16Array.of(0x3c00, 0xc000, 0x7bff, 0x0001, 0x8000);
    const weights = readWeights(model, Buffer.concat([Buffer.alloc(8), Buffer.from(half.buffer)]));
    expect([...weights.get('half').values]).toEqual([1, -2, 65_504, 2 ** -24, -0]);
    expect(() => weights.get('axes')).toThrow('axes');
  });
});

describe('the YuNet detector', () => {
  it('FA3 reads a cell into a box and five points in frame px, the surest of several', () => {
    const planes = { width: 64, height: 32, values: new Float32Array(64 * 32 * 3) };
    const outputs: ReadonlyMap<string, Output> = new Map(
      [8, 16, 32].flatMap((stride) => {
        const cells = (64 / stride) * (32 / stride);
        return (['cls', 'obj', 'bbox', 'kps'] as const).map((name) => {
          const each = { cls: 1, obj: 1, bbox: 4, kps: 10 }[name];
          const values = new Float32Array(cells * each);
          return [`${name}_${stride}`, { dims: [1, cells, each], values }] as const;
        });
      }),
    );
    const put = (name: string, at: number, values: readonly number[]): void =>
      outputs.get(name)?.values.set(values, at);
    // Cell 5 of the grid of 16 px: column 1, row 1. And a fainter one that overlaps it.
    for (const [cell, score] of [
      [5, 0.81],
      [4, 0.7],
    ] as const) {
      put('cls_16', cell, [score]);
      put('obj_16', cell, [1]);
      put('bbox_16', cell * 4, [cell === 5 ? 0.5 : 1.5, 0.5, Math.log(2), Math.log(3)]);
      put('kps_16', cell * 10, [0, 0, 1, 0, 0.5, 0.5, 0, 1, 1, 1]);
    }
    const [face, ...rest] = decodeYunet(outputs, planes, detector, 2);
    expect(rest).toEqual([]);
    expect(face?.score).toBeCloseTo(0.9, 5);
    const box = { x: 48 - 32, y: 48 - 48, width: 64, height: 96 };
    for (const [side, px] of Object.entries(box))
      expect(face?.box[side as keyof typeof box]).toBeCloseTo(px, 3);
    expect(face?.points).toEqual([
      { x: 32, y: 32 },
      { x: 64, y: 32 },
      { x: 48, y: 48 },
      { x: 32, y: 64 },
      { x: 64, y: 64 },
    ]);
  });
});

describe('five landmarks', () => {
  const points = [
    { x: 100, y: 100 },
    { x: 160, y: 100 },
    { x: 136, y: 140 },
    { x: 110, y: 165 },
    { x: 150, y: 165 },
  ];

  it('FA5 give the pose', () => {
    const { eyeDistance, roll, yaw, pitch } = poseOf(points);
    expect([eyeDistance, roll]).toEqual([60, 0]);
    expect(yaw).toBeCloseTo(0.1);
    expect(pitch).toBeCloseTo(40 / 65);
  });

  it('FA5 change sides in the mirror', () => {
    const crop = {
      planes: { width: 100, height: 100, values: new Float32Array(0) },
      left: 50,
      top: 50,
      framePx: 2,
    };
    const seen = [1, 0, 2, 4, 3].map((index) => {
      const { x, y } = points[index] ?? expect.unreachable();
      return { x: 300 - x, y };
    });
    expect(unmirror(seen, crop)).toEqual(points);
  });
});

describe('an embedding of several networks', () => {
  it('FA6 has the weighted sum of their cosines as its cosine', () => {
    const of = (...values: number[]): Float32Array => normalise(Float32Array.from(values));
    const one = [of(1, 2), of(1, 0, 1)];
    const other = [of(2, 1), of(0, 1, 1)];
    const weights = [0.75, 0.25];
    const join = (parts: readonly Float32Array[]): Float32Array =>
      joinParts(parts.map((embedding, index) => ({ embedding, weight: weights[index] ?? 0 })));
    const sum = one.reduce(
      (total, part, index) =>
        total + (weights[index] ?? 0) * cosine(part, other[index] ?? expect.unreachable()),
      0,
    );
    expect(cosine(join(one), join(other))).toBeCloseTo(sum, 6);
    expect(Math.hypot(...join(one))).toBeCloseTo(1, 6);
  });

  it.each(sets)('FA13 the set $id has weights that make one, and a prior of its dimension', (set) => {
    expect(set.embedders.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    const prior = readPrior(set);
    expect(prior).toHaveLength(dimensionOf(set));
    // A mean of vectors of length one is shorter than they are.
    expect(Math.hypot(...prior)).toBeGreaterThan(0);
    expect(Math.hypot(...prior)).toBeLessThan(1);
    for (const { accept, unsure } of [set.thresholds.general, set.thresholds.asian])
      expect(accept).toBeGreaterThan(unsure);
  });
});
