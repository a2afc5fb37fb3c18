/** The face detector: what it is fed and how its answer is read. Pure. */
import type { DetectorSpec, TinyYoloSpec } from '../../models/set.ts';
import type { Box, Picture, Planes, Point } from './picture.ts';
import { scaleInto, shrink } from './scale.ts';

/** A face in px of the frame; `score` 0..1; `points`: those the detector finds by itself, if it does. */
export type Face = { readonly box: Box; readonly score: number; readonly points?: readonly Point[] };

/** The detector's picture, and how many frame px one of its px is. */
export type DetectorInput = { readonly planes: Planes; readonly framePx: number };

/** Scales a frame so that its longer side is `longSide` px, top left on black, sides a multiple of `multipleOf`. */
export function detectorInput(frame: Picture, { longSide, multipleOf }: DetectorSpec): DetectorInput {
  const framePx = Math.max(frame.width, frame.height) / longSide;
  const factor = Math.max(1, Math.floor(framePx));
  const rest = framePx / factor;
  const padded = (side: number): number => Math.ceil(side / framePx / multipleOf - 1e-6) * multipleOf;
  const target = { width: padded(frame.width), height: padded(frame.height) };
  return { planes: scaleInto(shrink(frame, factor), rest, target), framePx };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Shared area over united area, 0..1. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
}

/** Keeps the best of every group of faces that overlap by more than `atMost`; best first. */
export function keepBest(faces: readonly Face[], atMost: number): Face[] {
  const kept: Face[] = [];
  for (const face of faces.toSorted((one, other) => other.score - one.score))
    if (kept.every((better) => overlap(better.box, face.box) <= atMost)) kept.push(face);
  return kept;
}

/**
 * Reads the tiny YOLO's answer `cells` [1, 5·anchors, rows, columns] (x, y, w, h, score for each anchor) into
 * faces in frame px, best first.
 */
export function decodeFaces(
  cells: Float32Array,
  grid: { readonly rows: number; readonly columns: number },
  spec: TinyYoloSpec,
  framePx: number,
): Face[] {
  const { rows, columns } = grid;
  const plane = rows * columns;
  const cellPx = spec.multipleOf * framePx;
  const found: Face[] = [];
  for (const [index, [anchorWidth, anchorHeight]] of spec.anchors.entries()) {
    const value = (field: number, cell: number): number => cells[(index * 5 + field) * plane + cell] ?? 0;
    for (let cell = 0; cell < plane; cell++) {
      const score = sigmoid(value(4, cell));
      if (score <= spec.scoreAtLeast) continue;
      const width = Math.exp(value(2, cell)) * anchorWidth * cellPx;
      const height = Math.exp(value(3, cell)) * anchorHeight * cellPx;
      const x = ((cell % columns) + sigmoid(value(0, cell))) * cellPx - width / 2;
      const y = (Math.floor(cell / columns) + sigmoid(value(1, cell))) * cellPx - height / 2;
      found.push({ box: { x, y, width, height }, score });
    }
  }
  return keepBest(found, spec.overlapAtMost);
}
