import { describe, expect, it } from 'vitest';
import type { Look, MainFace } from '../../../kiosk/vision/look.ts';
import { pointingOf } from '../../../kiosk/vision/pointing.ts';
import { mainFace } from './faces.ts';

const lookOf = (main: MainFace | null, other?: number): Look => ({
  width: 1280,
  height: 720,
  main,
  faces: [
    ...(main === null ? [] : [{ box: main.box, score: 0.9 }]),
    ...(other === undefined ? [] : [{ box: { x: 0, y: 0, width: other, height: other }, score: 0.8 }]),
  ],
});
const level = pointingOf(lookOf(mainFace())) ?? expect.unreachable();
const moved = (main: MainFace): { x: number; y: number } => {
  const { x, y } = pointingOf(lookOf(main)) ?? expect.unreachable();
  return { x: x - level.x, y: y - level.y };
};

describe('where the head points', () => {
  it.each([
    // The camera's picture is not mirrored: a head turned to its own right moves to the picture's left.
    ['right', mainFace({ yaw: -0.15 }), 0.15, 0],
    ['left', mainFace({ yaw: 0.15 }), -0.15, 0],
    ['down', mainFace({ nod: 0.12 }), 0, 0.12],
    ['up', mainFace({ nod: -0.12 }), 0, -0.12],
  ])('V100 follows a head that turns %s, as in a mirror', (_, main, x, y) => {
    expect(moved(main).x).toBeCloseTo(x, 2);
    expect(Math.abs(moved(main).y - y)).toBeLessThan(0.03);
  });

  it.each([
    ['is farther away', mainFace({ eyeDistance: 65 })],
    ['stands elsewhere', mainFace({ at: { x: 400, y: 350 } })],
    ['is tilted to a shoulder', mainFace({ roll: 0.3 })],
  ])('V101 is the same for a head that %s', (_, main) => {
    expect(Math.hypot(moved(main).x, moved(main).y)).toBeLessThan(0.001);
  });

  it.each([
    ['nobody is there', lookOf(null)],
    ['the face is far away', lookOf(mainFace({ eyeDistance: 59 }))],
    ['a second face is nearly as large', lookOf(mainFace(), 0.7 * mainFace().box.width)],
  ])('V102 is not said while %s', (_, look) => {
    expect(pointingOf(look)).toBeNull();
  });

  it('V102 is said although somebody far behind is in view', () => {
    expect(pointingOf(lookOf(mainFace(), 0.3 * mainFace().box.width))).not.toBeNull();
  });
});
