/** Made-up faces for tests: a level, symmetrical one, and ways to change it. */
import type { MainFace } from '../../../kiosk/vision/look.ts';
import type { Point } from '../../../kiosk/vision/picture.ts';
import { poseOf } from '../../../kiosk/vision/pose.ts';

/** Half of a symmetrical face, in eye distances from the middle between the eyes: index, mirrored index, x, y. */
const HALF: readonly (readonly [number, number, number, number])[] = [
  ...Array.from({ length: 8 }, (_, at): [number, number, number, number] => {
    const angle = (at * Math.PI) / 16;
    return [at, 16 - at, -1.15 * Math.cos(angle), 0.1 + 1.6 * Math.sin(angle)];
  }),
  [8, 8, 0, 1.7],
  ...[17, 18, 19, 20, 21].map((index, at): [number, number, number, number] => [
    index,
    43 - index,
    -0.9 + at * 0.17,
    -0.35,
  ]),
  ...[27, 28, 29, 30].map((index, at): [number, number, number, number] => [index, index, 0, at * 0.21]),
  [31, 35, -0.2, 0.75],
  [32, 34, -0.1, 0.78],
  [33, 33, 0, 0.8],
  [36, 45, -0.68, 0],
  [37, 44, -0.56, -0.08],
  [38, 43, -0.44, -0.08],
  [39, 42, -0.32, 0],
  [40, 47, -0.44, 0.08],
  [41, 46, -0.56, 0.08],
  [48, 54, -0.42, 1.05],
  [49, 53, -0.25, 0.98],
  [50, 52, -0.1, 0.95],
  [51, 51, 0, 0.97],
  [59, 55, -0.25, 1.15],
  [58, 56, -0.1, 1.18],
  [57, 57, 0, 1.19],
  [60, 64, -0.35, 1.05],
  [61, 63, -0.12, 1.03],
  [62, 62, 0, 1.03],
  [67, 65, -0.12, 1.08],
  [66, 66, 0, 1.08],
];

export type FaceOptions = {
  readonly at?: Point;
  readonly eyeDistance?: number;
  /** Radians, clockwise. */
  readonly roll?: number;
  /** How far the nose is off the middle, in eye distances. */
  readonly yaw?: number;
  /** How far the nose is below where a level head has it, in eye distances. */
  readonly nod?: number;
};

/** 68 landmarks in px. */
export function facePoints({
  at = { x: 640, y: 300 },
  eyeDistance = 100,
  roll = 0,
  yaw = 0,
  nod = 0,
}: FaceOptions = {}): Point[] {
  const points: Point[] = Array.from({ length: 68 }, () => at);
  const put = (index: number, x: number, y: number): void => {
    const isNose = index >= 27 && index <= 35;
    const turned = { x: x + (isNose ? yaw : 0), y: y + (isNose ? nod : 0) };
    points[index] = {
      x: at.x + eyeDistance * (turned.x * Math.cos(roll) - turned.y * Math.sin(roll)),
      y: at.y + eyeDistance * (turned.x * Math.sin(roll) + turned.y * Math.cos(roll)),
    };
  };
  for (const [index, mirrored, x, y] of HALF) {
    put(index, x, y);
    if (mirrored !== index) put(mirrored, -x, y);
  }
  return points;
}

/** A face that passes the gate in a frame of 1280×720, unless changed. */
export function mainFace(
  options: FaceOptions & Partial<Pick<MainFace, 'landmarksAgree' | 'quality'>> = {},
): MainFace {
  const points = facePoints(options);
  const { middle, eyeDistance } = poseOf(points);
  return {
    box: {
      x: middle.x - 1.3 * eyeDistance,
      y: middle.y - eyeDistance,
      width: 2.6 * eyeDistance,
      height: 3 * eyeDistance,
    },
    points,
    landmarksAgree: options.landmarksAgree ?? true,
    pose: poseOf(points),
    quality: options.quality ?? { brightness: 130, lost: 0, sharpness: 0.2 },
  };
}

/** An embedding of length one near direction `who`; `drift` moves it a little. */
export function embedding(who: number, drift = 0): Float32Array {
  const out = new Float32Array(8);
  out[who] = Math.cos(drift);
  out[7] = Math.sin(drift);
  return out;
}
