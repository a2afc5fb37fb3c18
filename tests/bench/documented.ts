/** face-api.js's documented way from a photograph to a descriptor, step by step, on our copy of its networks. */
import type { Face } from '../../kiosk/vision/detect.ts';
import type { Engine } from '../../kiosk/vision/engine.ts';
import { distance, eyes, mouth } from '../../kiosk/vision/landmarks.ts';
import { warp } from '../../kiosk/vision/picture.ts';
import type { Box, Picture, Point } from '../../kiosk/vision/picture.ts';

/** Its alignment: an upright square around eyes and mouth, scaled by the distance between them, never turned. */
export function documentedCrop(frame: Picture, points: readonly Point[]): Box {
  const [left, right] = eyes(points);
  const mouthAt = mouth(points);
  const size = Math.floor((distance(mouthAt, left) + distance(mouthAt, right)) / 2 / 0.45);
  const centre = { x: (left.x + right.x + mouthAt.x) / 3, y: (left.y + right.y + mouthAt.y) / 3 };
  const x = Math.floor(Math.max(0, centre.x - 0.5 * size));
  const y = Math.floor(Math.max(0, centre.y - 0.43 * size));
  return { x, y, width: Math.min(size, frame.width - x), height: Math.min(size, frame.height - y) };
}

/** The descriptor [128], not normalised, of the face; `engine` is of the set `embedded`. */
export async function describeAsDocumented(
  engine: Engine,
  frame: Picture,
  face: Face,
): Promise<Float32Array> {
  const [network] = engine.describers;
  if (network === undefined) throw new Error('the set has no networks');
  const crop = documentedCrop(frame, (await engine.pointer.read(frame, face))?.points ?? []);
  const { size } = network.spec;
  const scale = Math.max(crop.width, crop.height) / size;
  const from = {
    a: scale,
    b: 0,
    tx: crop.x - (scale * size - crop.width) / 2,
    ty: crop.y - (scale * size - crop.height) / 2,
  };
  return network.describe(warp(frame, from, { width: size, height: size }, crop));
}
