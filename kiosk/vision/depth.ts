/** Whether a face has depth, from how its landmarks moved against one another: a photograph's move as on one sheet. Pure. */
import { fiveOf } from './landmarks.ts';
import type { MainFace } from './look.ts';
import type { Point } from './picture.ts';

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/**
 * Where a point goes with the affine movement that brings `from` closest to `to` (least squares): what happens to
 * everything on one flat thing, as long as it is small against its distance.
 */
function movedAlong(from: readonly Point[], to: readonly Point[], point: Point): Point {
  const [a, b] = [middleOf(from), middleOf(to)];
  let [xx, xy, yy, ux, uy, vx, vy] = [0, 0, 0, 0, 0, 0, 0];
  for (const [index, one] of from.entries()) {
    const [x, y] = [one.x - a.x, one.y - a.y];
    const [u, v] = [(to[index]?.x ?? 0) - b.x, (to[index]?.y ?? 0) - b.y];
    xx += x * x;
    xy += x * y;
    yy += y * y;
    ux += u * x;
    uy += u * y;
    vx += v * x;
    vy += v * y;
  }
  const area = Math.max(xx * yy - xy * xy, 1e-9);
  const [x, y] = [point.x - a.x, point.y - a.y];
  const across = (yy * x - xy * y) / area;
  const down = (xx * y - xy * x) / area;
  return { x: b.x + ux * across + uy * down, y: b.y + vx * across + vy * down };
}

/** Eye distances that the nose stands off, to the picture's right, from where it would be on a flat picture. */
export function depthShown(start: MainFace, now: MainFace): number {
  const split = (points: readonly Point[]): { nose: Point; others: readonly Point[] } => {
    const [left, right, nose, ...mouth] = fiveOf(points);
    const origin = { x: 0, y: 0 };
    return { nose: nose ?? origin, others: [left ?? origin, right ?? origin, ...mouth] };
  };
  const [before, after] = [split(start.points), split(now.points)];
  const flat = movedAlong(before.others, after.others, before.nose);
  const { roll, eyeDistance } = now.pose;
  const [x, y] = [after.nose.x - flat.x, after.nose.y - flat.y];
  return (x * Math.cos(roll) + y * Math.sin(roll)) / eyeDistance;
}
