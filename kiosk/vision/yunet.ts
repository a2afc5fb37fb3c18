/** Reads the answer of the YuNet detector. Pure. */
import type { YunetSpec } from '../../models/set.ts';
import { keepBest } from './detect.ts';
import type { Face } from './detect.ts';
import type { Output } from './net.ts';
import type { Planes, Point } from './picture.ts';

/** px of the detector's picture that one cell of each of its three grids covers. */
const STRIDES = [8, 16, 32];
const POINTS = 5;

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Turns the outputs `cls_S`, `obj_S` [1, cells, 1], `bbox_S` [1, cells, 4] and `kps_S` [1, cells, 10] into faces in
 * frame px, best first. The five points: eye on the picture's left, other eye, nose, corners of the mouth likewise.
 */
export function decodeYunet(
  outputs: ReadonlyMap<string, Output>,
  { width }: Planes,
  spec: YunetSpec,
  framePx: number,
): Face[] {
  const valuesOf = (name: string): Float32Array => {
    const output = outputs.get(name);
    if (output === undefined) throw new Error(`the detector has no output ${name}`);
    return output.values;
  };
  const found: Face[] = [];
  for (const stride of STRIDES) {
    const [surely, object] = [valuesOf(`cls_${stride}`), valuesOf(`obj_${stride}`)];
    const [boxes, points] = [valuesOf(`bbox_${stride}`), valuesOf(`kps_${stride}`)];
    const columns = width / stride;
    const px = stride * framePx;
    for (let cell = 0; cell < surely.length; cell++) {
      const score = Math.sqrt(within(surely[cell] ?? 0) * within(object[cell] ?? 0));
      if (score <= spec.scoreAtLeast) continue;
      const column = cell % columns;
      const row = Math.floor(cell / columns);
      const at = (values: Float32Array, offset: number): Point => ({
        x: (column + (values[offset] ?? 0)) * px,
        y: (row + (values[offset + 1] ?? 0)) * px,
      });
      const middle = at(boxes, cell * 4);
      const size = {
        width: Math.exp(boxes[cell * 4 + 2] ?? 0) * px,
        height: Math.exp(boxes[cell * 4 + 3] ?? 0) * px,
      };
      found.push({
        box: { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size },
        score,
        points: Array.from({ length: POINTS }, (_, index) => at(points, (cell * POINTS + index) * 2)),
      });
    }
  }
  return keepBest(found, spec.overlapAtMost);
}
