/** What one frame shows. */
import type { Face } from './detect.ts';
import type { Engine } from './engine.ts';
import type { Box, Picture, Planes, Point } from './picture.ts';
import { poseOf } from './pose.ts';
import type { Pose } from './pose.ts';
import { qualityOf } from './quality.ts';
import type { Quality } from './quality.ts';

/** The nearest face of a frame, examined. */
export type MainFace = {
  readonly box: Box;
  readonly points: readonly Point[];
  /** Distance of the landmarks from those of the mirrored face, in eye distances. */
  readonly disagreement: number;
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

/** A look together with the aligned picture of its main face (for the embedding; it goes nowhere else). */
export type Examined = { readonly look: Look; readonly aligned: Planes | null };

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

/** Counts the faces of a frame and examines the nearest. */
export async function examine(engine: Engine, frame: Picture): Promise<Examined> {
  const look = await glance(engine, frame);
  const face = nearest(look.faces);
  if (face === undefined) return { look, aligned: null };
  const { points, disagreement } = await engine.landmarks(frame, face.box);
  const aligned = engine.align(frame, points);
  const main = { box: face.box, points, disagreement, pose: poseOf(points), quality: qualityOf(aligned) };
  return { look: { ...look, main }, aligned };
}
