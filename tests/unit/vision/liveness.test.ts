import { describe, expect, it } from 'vitest';
import { livenessOf, realness, shownTo, surroundings } from '../../../kiosk/vision/liveness.ts';
import type { Net } from '../../../kiosk/vision/net.ts';
import type { Picture } from '../../../kiosk/vision/picture.ts';
import type { LivenessSpec } from '../../../models/set.ts';

const frame = { width: 640, height: 480 };
const network = {
  file: 'x.onnx',
  cropScale: 2.7,
  size: 80,
  pixels: { channels: 'BGR', mean: [0, 0, 0], scale: [1, 1, 1] },
  realIndex: 1,
} satisfies LivenessSpec['networks'][number];
const spec: LivenessSpec = { networks: [network], real: 0.7, replay: 0.1, measuredOn: 'nothing' };

/** A picture whose red is its column and green its row. */
function ruler(width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) data.set([at % width, Math.floor(at / width), 7, 255], at * 4);
  return { width, height, data };
}

describe('what the passive networks are shown', () => {
  // The numbers are those of minivision-ai/Silent-Face-Anti-Spoofing, src/generate_patches.py.
  it.each([
    ['2.7 times the box', { x: 280, y: 180, width: 80, height: 100 }, 2.7, [212, 95, 217, 271]],
    ['moved from the left and top', { x: 20, y: 10, width: 80, height: 100 }, 2.7, [0, 0, 217, 271]],
    [
      'moved from the right and bottom',
      { x: 550, y: 380, width: 80, height: 100 },
      2.7,
      [423, 209, 217, 271],
    ],
    ['less where the frame is too small', { x: 220, y: 140, width: 160, height: 200 }, 4, [108, 0, 384, 480]],
  ])('V120 is %s', (_, box, scale, [x, y, width, height]) => {
    expect(surroundings(frame, box, scale)).toEqual({ x, y, width, height });
  });

  it('V120 is never outside the frame', () => {
    for (let at = -50; at < 700; at += 37)
      for (const size of [30, 90, 200, 460]) {
        const { x, y, width, height } = surroundings(
          frame,
          { x: at, y: at / 2, width: size, height: size },
          4,
        );
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(640);
        expect(y + height).toBeLessThanOrEqual(480);
      }
  });

  it('V120 is stretched to a square of the network’s size, without mixing more than two pixels', () => {
    const { width, height, values } = shownTo({ ...network, cropScale: 1 }, ruler(240, 200), {
      x: 0,
      y: 0,
      width: 239,
      height: 159,
    });
    expect([width, height]).toEqual([80, 80]);
    // Each px is three px of the picture wide and two high: the middle of the first is the second px, 0.5 px down.
    expect(values[0]).toBeCloseTo(1, 4);
    expect(values[1]).toBeCloseTo(4, 4);
    expect(values[80 * 80]).toBeCloseTo(0.5, 4);
    expect(values[80 * 80 + 80]).toBeCloseTo(2.5, 4);
  });

  it('V121 is answered by a probability, blue first and unscaled', async () => {
    let fed: Float32Array = new Float32Array(0);
    const net: Net = {
      all: () => expect.unreachable(),
      one: (input, dims) => {
        fed = input;
        expect(dims).toEqual([1, 3, 80, 80]);
        return Promise.resolve({ dims: [1, 3], values: Float32Array.of(1, 3, -40) });
      },
    };
    const probability = await realness(net, network, ruler(240, 200), {
      x: 60,
      y: 50,
      width: 40,
      height: 40,
    });
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect(fed[0]).toBe(7);
  });
});

describe('what a run’s frames mean together', () => {
  it.each([
    ['real', [0.9, 0.8, 0.75, 0.2, 0]],
    ['real', [0.7]],
    ['unclear', [0.9, 0.4, 0.3]],
    ['unclear', [1, 0.9, 0.3, 0]],
    ['unclear', [0.1, 0.1]],
    ['replay', [0.9, 0.05, 0.05, 0.05, 0.9]],
    ['replay', [0.01, 0.02, 0.9, 0.8].toSpliced(2)],
    ['unmeasured', []],
  ] as const)('V122 is %s for %j, by their median', (liveness, frames) => {
    expect(livenessOf(frames, spec)).toBe(liveness);
  });

  it('V122 is unmeasured without passive networks', () => {
    expect(livenessOf([], undefined)).toBe('unmeasured');
  });
});
