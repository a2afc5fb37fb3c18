import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MainFace } from '../../../kiosk/vision/look.ts';
import type { Point } from '../../../kiosk/vision/picture.ts';
import { poseOf } from '../../../kiosk/vision/pose.ts';
import type { Side } from '../../../kiosk/vision/protocol.ts';
import { advanceTurn, needsLikeness, startTurn, turnProgress } from '../../../kiosk/vision/turn.ts';
import type { Known, Turn } from '../../../kiosk/vision/turn.ts';

/** Eye distances to the picture's right, down, and towards the camera. */
type Place = readonly [number, number, number];
const head: readonly Place[] = [
  [-0.5, 0, 0],
  [0.5, 0, 0],
  [0, 0.6, 0.5],
  [-0.4, 1.05, 0.1],
  [0.4, 1.05, 0.1],
];
const photograph = head.map(([x, y]): Place => [x, y, 0]);

type View = {
  /** Radians the thing is turned, to the picture's right. */
  readonly angle?: number;
  /** Radians its axis is off upright. */
  readonly slant?: number;
  /** Eye distances to the camera. */
  readonly away?: number;
  readonly at?: Point;
  readonly eyeDistance?: number;
};

/** What a camera sees of places on a head or a photograph: five points in px. */
function seen(thing: readonly Place[], view: View = {}): Point[] {
  const { angle = 0, slant = 0, away = 8, at = { x: 300, y: 200 }, eyeDistance = 90 } = view;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  return thing.map(([x, y, depth]) => {
    const across = x * cos + y * sin;
    const along = y * cos - x * sin;
    const turned = across * Math.cos(angle) + depth * Math.sin(angle);
    const near = depth * Math.cos(angle) - across * Math.sin(angle);
    const size = (eyeDistance * away) / (away - near);
    return {
      x: at.x + (turned * cos - along * sin) * size,
      y: at.y + (along * cos + turned * sin) * size,
    };
  });
}

function faceOf(points: readonly Point[]): MainFace {
  const pose = poseOf(points);
  return {
    box: { x: pose.middle.x - 100, y: pose.middle.y - 80, width: 200, height: 260 },
    points,
    landmarksAgree: true,
    pose,
    quality: { brightness: 130, lost: 0, sharpness: 0.2 },
  };
}

/** `likeness`: what the networks would say, if they are asked. */
type Frame = {
  readonly points: readonly Point[] | null;
  readonly alone?: boolean;
  readonly likeness?: number;
};

const known: Known = { mean: Float32Array.of(1), yaw: 0 };
const rules = { sameRun: 0.6, turned: 0.5 };
const FRAME_MS = 66;

/** What becomes of the task after these frames. */
function watched(frames: readonly Frame[], side: Side, of: Known = known): Turn {
  return frames.reduce<Turn>((turn, { points, alone = true, likeness = 0.9 }, index) => {
    const face = points && faceOf(points);
    const asked = face !== null && needsLikeness(turn, face, side, of);
    const sample = { at: index * FRAME_MS, face, alone, likeness: asked ? likeness : null };
    return advanceTurn(turn, sample, side, of, rules);
  }, startTurn);
}

/** `count` frames of something, from 0 to 1. */
const over = (count: number, frame: (time: number) => Frame): Frame[] =>
  Array.from({ length: count }, (_, index) => frame(index / (count - 1)));
const degrees = (angle: number): number => (angle * Math.PI) / 180;

/** Straight for a moment, then to an angle (degrees) and held there. */
const turnTo = (
  thing: readonly Place[],
  angle: number,
  view: View = {},
  also: Partial<Frame> = {},
): Frame[] =>
  over(30, (time) => {
    const share = Math.min(1, Math.max(0, time * 3 - 0.5));
    return { points: seen(thing, { ...view, angle: degrees(angle) * share }), ...also };
  });
const straight: Frame = { points: seen(head) };

describe('a turn of the head', () => {
  it.each([
    ['left', 20],
    ['left', 35],
    ['right', -20],
    ['right', -35],
  ] as const)('V110 passes to the %s, at %s° to the picture’s right', (side, angle) => {
    expect(watched(turnTo(head, angle), side).state).toBe('done');
    expect(watched(turnTo(head, angle, { at: { x: 200, y: 150 }, eyeDistance: 62 }), side).state).toBe(
      'done',
    );
  });

  it.each([
    ['to the other side', turnTo(head, -30)],
    ['by too little', turnTo(head, 12)],
    [
      'for two frames only',
      [0, 0, 5, 10, 12, 25, 25, 12, 10, 5, 0].map((angle) => ({
        points: seen(head, { angle: degrees(angle) }),
      })),
    ],
    ['not at all', over(30, () => straight)],
  ])('V110 does not pass %s', (_, frames) => {
    expect(watched(frames, 'left').state).toBe('turning');
  });

  it('V110 is measured from how the person looked when they were recognised', () => {
    const aside = turnTo(head, 25).slice(20);
    const back = over(20, (time) => ({ points: seen(head, { angle: degrees(25) * (1 - time) }) }));
    // Coming back from the left is no turn to the right.
    expect(watched([...aside, ...back, ...over(9, () => straight)], 'right').state).toBe('turning');
    const { yaw } = poseOf(seen(head, { angle: degrees(25) }));
    expect(watched([...aside, ...back], 'right', { ...known, yaw }).state).toBe('done');
  });

  it('V111 rises in progress with the turn and stays at nothing on the wrong side', () => {
    const progress = [0, 4, 8, 12].map((angle) => turnProgress(watched(turnTo(head, angle), 'left'), 'left'));
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress[0]).toBe(0);
    expect(progress[1]).toBeGreaterThan(0.1);
    expect(progress[3]).toBeLessThan(1);
    expect(turnProgress(watched(turnTo(head, -15), 'left'), 'left')).toBe(0);
    expect(turnProgress(watched(turnTo(head, 30), 'left'), 'left')).toBe(1);
  });

  it('V112 is not shown by a flat photograph, however it is swivelled', () => {
    fc.assert(
      fc.property(
        fc.record({
          angle: fc.integer({ min: -45, max: 45 }),
          slant: fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }),
          away: fc.integer({ min: 5, max: 20 }),
        }),
        fc.constantFrom<Side>('left', 'right'),
        ({ angle, slant, away }, side) => {
          expect(watched(turnTo(photograph, angle, { slant, away }), side).state).not.toBe('done');
        },
      ),
    );
  });

  it.each([-75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75])(
    'V112 is not shown by a flat photograph swivelled by 45° about an axis at %s°',
    (slant) => {
      for (const angle of [-45, 45])
        for (const away of [5, 8, 12, 20])
          for (const side of ['left', 'right'] as const) {
            const view = { slant: degrees(slant), away };
            expect(watched(turnTo(photograph, angle, view), side).state).not.toBe('done');
          }
    },
  );

  it('V112 needs more than the nose beside the eyes: a photograph tilted on a slanting axis has that too', () => {
    const tilted = poseOf(seen(photograph, { angle: degrees(45), slant: degrees(-45), away: 12 }));
    expect(Math.abs(tilted.yaw)).toBeGreaterThan(0.15);
  });

  it('V112 is not shown by a photograph that is moved about or shaken', () => {
    const moved = over(40, (time) => ({ points: seen(head, { at: { x: 150 + 300 * time, y: 200 } }) }));
    expect(watched(moved, 'left').state).toBe('turning');
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: -8, max: 8 }),
            fc.integer({ min: -8, max: 8 }),
            fc.integer({ min: 84, max: 96 }),
          ),
          {
            minLength: 60,
            maxLength: 60,
          },
        ),
        (shakes) => {
          const frames = shakes.map(([x, y, eyeDistance]) => ({
            points: seen(head, { at: { x: 300 + x, y: 200 + y }, eyeDistance }),
          }));
          expect(watched(frames, 'left').state).toBe('turning');
        },
      ),
    );
  });

  it.each<readonly [string, Frame[]]>([
    ['leaves', over(16, () => ({ points: null }))],
    ['is joined by another', [{ ...straight, alone: false }]],
    ['is exchanged for somebody elsewhere', [{ points: seen(head, { at: { x: 380, y: 200 } }) }]],
    ['is exchanged for somebody nearer', [{ points: seen(head, { eyeDistance: 130 }) }]],
  ])('V113 never passes after the person %s', (_, between) => {
    const frames = [straight, straight, ...between, ...turnTo(head, 30)];
    expect(watched(frames, 'left').state).toBe('failed');
  });

  it('V113 survives frames in which the face is not found', () => {
    const frames = turnTo(head, 30).map((frame, index) => (index % 4 === 3 ? { points: null } : frame));
    expect(watched(frames, 'left').state).toBe('done');
  });

  it('V114 passes only for the person who was recognised', () => {
    const stranger = turnTo(head, 30, {}, { likeness: 0.4 });
    expect(watched(stranger, 'left').state).toBe('waiting');
    // The photograph of the person first, then a living stranger in exactly the same place.
    expect(watched([straight, straight, ...stranger], 'left').state).toBe('turning');
    expect(watched([straight, straight, ...turnTo(head, 30, {}, { likeness: 0.55 })], 'left').state).toBe(
      'done',
    );
  });

  it('V114 is not one photograph after another of the person', () => {
    const aside = { points: seen(head, { angle: degrees(30) }) };
    expect(watched([...over(9, () => straight), ...over(9, () => aside)], 'left').state).toBe('turning');
  });

  it('V115 asks the networks only about frames in which it matters who it is', () => {
    const waiting = startTurn;
    const turning = watched([straight], 'left');
    const moving = watched(turnTo(head, 12), 'left');
    const aside = faceOf(seen(head, { angle: degrees(30) }));
    const asks = [waiting, turning, moving].map((turn) => [
      needsLikeness(turn, faceOf(seen(head)), 'left', known),
      needsLikeness(turn, aside, 'left', known),
    ]);
    expect(asks).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(needsLikeness(moving, { ...aside, landmarksAgree: false }, 'left', known)).toBe(false);
  });
});
