/**
 * The landmarks of a face, 68 (iBUG 300-W) or five (eyes, nose, corners of the mouth; left in the picture first): what
 * their network is fed and how its answer is read. Pure.
 */
import { warp } from './picture.ts';
import type { Box, Picture, Planes, Point } from './picture.ts';

/** A face's crop for the landmark network, and the frame px of its corner and of one of its px. */
export type FaceCrop = {
  readonly planes: Planes;
  readonly left: number;
  readonly top: number;
  readonly framePx: number;
};

export type Landmarks = {
  /** 68 or five points in frame px. */
  readonly points: readonly Point[];
  /** Mean distance between the landmarks and those of the mirrored face, in eye distances: 0 is agreement. */
  readonly disagreement: number;
};

/** Indices of the landmarks that take each one's place in the mirror. */
const MIRRORED_5: readonly number[] = [1, 0, 2, 4, 3];
const MIRRORED_68: readonly number[] = [
  [16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
  [26, 25, 24, 23, 22, 21, 20, 19, 18, 17],
  [27, 28, 29, 30, 35, 34, 33, 32, 31],
  [45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40],
  [54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65],
].flat();

/**
 * Cuts out the face's box (whole px, inside the frame) and puts it in the middle of a black square of
 * `size`×`size` px, as the network saw faces in training.
 */
export function cropFace(frame: Picture, box: Box, size: number): FaceCrop {
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const width = Math.max(1, Math.min(frame.width, Math.floor(box.x) + Math.floor(box.width)) - left);
  const height = Math.max(1, Math.min(frame.height, Math.floor(box.y) + Math.floor(box.height)) - top);
  const side = Math.max(width, height);
  const corner = { left: left - (side - width) / 2, top: top - (side - height) / 2 };
  const framePx = side / size;
  const from = { a: framePx, b: 0, tx: corner.left, ty: corner.top };
  const planes = warp(frame, from, { width: size, height: size }, { x: left, y: top, width, height });
  return { planes, ...corner, framePx };
}

const average = (points: readonly Point[], first: number, last: number): Point => {
  let x = 0;
  let y = 0;
  for (const point of points.slice(first, last + 1)) {
    x += point.x;
    y += point.y;
  }
  const count = last + 1 - first;
  return { x: x / count, y: y / count };
};

/** Whether only eyes, nose and mouth are known, without the outline of the face. */
export const areFive = (points: readonly Point[]): boolean => points.length === 5;

/** Middle of the eye on the left of the picture, and of the other. */
export const eyes = (points: readonly Point[]): readonly [Point, Point] =>
  areFive(points)
    ? [average(points, 0, 0), average(points, 1, 1)]
    : [average(points, 36, 41), average(points, 42, 47)];

/** Tip of the nose. */
export const nose = (points: readonly Point[]): Point =>
  areFive(points) ? average(points, 2, 2) : average(points, 30, 30);

/** Middle of the mouth. */
export const mouth = (points: readonly Point[]): Point =>
  areFive(points) ? average(points, 3, 4) : average(points, 48, 67);

/** Eyes, tip of the nose and corners of the mouth, of whichever landmarks; left in the picture first. */
export const fiveOf = (points: readonly Point[]): readonly Point[] =>
  areFive(points)
    ? points
    : [...eyes(points), nose(points), average(points, 48, 48), average(points, 54, 54)];

/** Distance between two points, px. */
export const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** Reads 136 numbers (x, y in fractions of the crop) into 68 points in frame px. */
export function decodePoints(values: Float32Array, crop: FaceCrop): Point[] {
  const side = crop.planes.width * crop.framePx;
  return Array.from({ length: 68 }, (_, index) => ({
    x: crop.left + (values[index * 2] ?? 0) * side,
    y: crop.top + (values[index * 2 + 1] ?? 0) * side,
  }));
}

/** The landmarks found in the mirrored crop, put back where they are in the unmirrored one. */
export function unmirror(points: readonly Point[], crop: FaceCrop): Point[] {
  const axis = 2 * crop.left + crop.planes.width * crop.framePx;
  return (areFive(points) ? MIRRORED_5 : MIRRORED_68).map((index) => {
    const { x, y } = points[index] ?? { x: 0, y: 0 };
    return { x: axis - x, y };
  });
}

/** The mean of both readings, and how far they are apart. */
export function combine(straight: readonly Point[], mirrored: readonly Point[]): Landmarks {
  const points = straight.map((point, index) => {
    const other = mirrored[index] ?? point;
    return { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
  });
  const apart = straight.reduce((sum, point, index) => sum + distance(point, mirrored[index] ?? point), 0);
  const [left, right] = eyes(points);
  return { points, disagreement: apart / straight.length / Math.max(distance(left, right), 1) };
}
