/** What one frame shows. */
import { portrait } from './align.ts';
import type { Face } from './detect.ts';
import type { Engine } from './engine.ts';
import type { Found } from './follow.ts';
import type { Box, Picture, Point } from './picture.ts';
import { poseOf } from './pose.ts';
import type { Pose } from './pose.ts';
import { qualityOf } from './quality.ts';
import type { Quality } from './quality.ts';

/** The nearest face of a frame, examined. */
export type MainFace = {
  readonly box: Box;
  readonly points: readonly Point[];
  /** Whether the landmarks are where those of the mirrored face are: where they are not, they have failed. */
  readonly landmarksAgree: boolean;
  readonly pose: Pose;
  readonly quality: Quality;
};

export type Look = {
  /** px of the frame. */
  readonly width: number;
  readonly height: number;
  readonly faces: readonly Face[];
  /** null: nobody, or only counted. */
  readonly main: MainFace | null;
};

/** The face that is nearest to the camera: the largest. */
export const nearest = (faces: readonly Face[]): Face | undefined =>
  faces.reduce<Face | undefined>(
    (best, face) => (best === undefined || face.box.width > best.box.width ? face : best),
    undefined,
  );

/** Counts the faces of a frame. */
export async function glance(engine: Engine, frame: Picture): Promise<Look> {
  const faces = await engine.detect(frame);
  return { width: frame.width, height: frame.height, faces, main: null };
}

/**
 * Examines the nearest of the faces that were found in a frame, as far as that goes without its mirror image: its
 * landmarks count as failed only if seen by itself it is no face.
 */
export function examine(frame: Picture, { faces, read }: Found): Look {
  const face = read ?? nearest(faces);
  const look = { width: frame.width, height: frame.height, faces, main: null };
  if (face?.points === undefined) return look;
  const { box, points } = face;
  const quality = qualityOf(portrait(frame, points));
  return { ...look, main: { box, points, landmarksAgree: read !== null, pose: poseOf(points), quality } };
}

/** The same face with its landmarks read from its mirror image as well. */
export async function confirm(
  engine: Engine,
  frame: Picture,
  main: MainFace,
  { read }: Found,
): Promise<MainFace> {
  if (read === null) return main;
  const { points, disagreement } = await engine.pointer.confirm(frame, read);
  const landmarksAgree = disagreement <= engine.set.landmarks.disagreementAtMost;
  const quality = qualityOf(portrait(frame, points));
  return { ...main, points, landmarksAgree, pose: poseOf(points), quality };
}
