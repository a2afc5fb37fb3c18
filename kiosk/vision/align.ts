/** Brings a face into the place, size and angle the recognition network knows. Pure. */
import type { EmbedderSpec } from '../../models/set.ts';
import { eyes, mouth } from './landmarks.ts';
import { warp } from './picture.ts';
import type { Picture, Planes, Point, Similarity } from './picture.ts';

/**
 * The turn, scale and move that brings `from` closest to `to` (least squares over all pairs, in the units of
 * `to`). Needs two different points at least.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const count = from.length;
  const middle = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  });
  const fromMiddle = middle(from);
  const toMiddle = middle(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  for (const [index, point] of from.entries()) {
    const other = to[index] ?? toMiddle;
    const x = point.x - fromMiddle.x;
    const y = point.y - fromMiddle.y;
    const u = other.x - toMiddle.x;
    const v = other.y - toMiddle.y;
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = along / spread;
  const b = across / spread;
  return {
    a,
    b,
    tx: toMiddle.x - a * fromMiddle.x + b * fromMiddle.y,
    ty: toMiddle.y - b * fromMiddle.x - a * fromMiddle.y,
  };
}

/** From px of the aligned face (`spec.size` square) to px of the frame, for a face with these landmarks. */
export function alignment(
  points: readonly Point[],
  { size, alignment: { at, landmarks, pad } }: EmbedderSpec,
): Similarity {
  const place = (share: number): number => ((share + pad) / (1 + 2 * pad)) * size;
  const wanted = at.map(([x, y]) => ({ x: place(x), y: place(y) }));
  const found = landmarks.map((index) => points[index] ?? { x: 0, y: 0 });
  return fitSimilarity(wanted, found);
}

/** The aligned face, `spec.size` px square, RGB planes 0..255; what lies outside the frame is black. */
export const alignFace = (frame: Picture, points: readonly Point[], spec: EmbedderSpec): Planes =>
  warp(frame, alignment(points, spec), { width: spec.size, height: spec.size });

/** Where the eyes and the middle of the mouth are in a portrait, in px, and its width and height. */
const PORTRAIT = {
  size: 150,
  at: [
    { x: 47.5, y: 46.6 },
    { x: 100.5, y: 46.6 },
    { x: 74, y: 104 },
  ],
};

/** The upright face for judging light and sharpness: the same for every model set. */
export function portrait(frame: Picture, points: readonly Point[]): Planes {
  const { size, at } = PORTRAIT;
  const from = fitSimilarity(at, [...eyes(points), mouth(points)]);
  return warp(frame, from, { width: size, height: size });
}
