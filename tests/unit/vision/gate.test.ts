import { describe, expect, it } from 'vitest';
import { fractionOf, judge } from '../../../kiosk/vision/gate.ts';
import type { Look, MainFace } from '../../../kiosk/vision/look.ts';
import { mainFace } from './faces.ts';

const lookOf = (main: MainFace | null, others: readonly number[] = []): Look => ({
  width: 1280,
  height: 720,
  main,
  faces: [
    ...(main === null ? [] : [{ box: main.box, score: 0.9 }]),
    ...others.map((width) => ({ box: { x: 0, y: 0, width, height: width }, score: 0.8 })),
  ],
});
const fine = mainFace();
const quality = { brightness: 130, lost: 0, sharpness: 0.2 };

describe('the gate', () => {
  it('V40 lets a good, steady face of one person through', () => {
    expect(judge(lookOf(fine), mainFace(), 'identify')).toEqual({ good: true, hint: null });
  });

  it('V41 has nothing to say of an empty frame', () => {
    expect(judge(lookOf(null), null, 'identify')).toEqual({ good: false, hint: null });
  });

  it('V42 waits for a second frame before a new face counts', () => {
    expect(judge(lookOf(fine), null, 'identify')).toEqual({ good: false, hint: null });
  });

  it.each([
    ['comeCloser', 'eyes 59 px apart', mainFace({ eyeDistance: 59 })],
    ['moveBack', 'eyes 400 px apart', mainFace({ eyeDistance: 400 })],
    ['moveIntoFrame', 'a chin below the frame', mainFace({ at: { x: 640, y: 600 } })],
    ['moveIntoFrame', 'a cheek left of the frame', mainFace({ at: { x: 60, y: 300 } })],
    ['tooDark', 'a dark face', mainFace({ quality: { ...quality, brightness: 40 } })],
    ['tooDark', 'a face drowned in shadow', mainFace({ quality: { ...quality, brightness: 90, lost: 0.5 } })],
    ['tooBright', 'a bright face', mainFace({ quality: { ...quality, brightness: 230 } })],
    ['tooBright', 'a burnt-out face', mainFace({ quality: { ...quality, brightness: 180, lost: 0.5 } })],
    ['lookHere', 'a head turned right', mainFace({ yaw: 0.25 })],
    ['lookHere', 'a head turned left', mainFace({ yaw: -0.25 })],
    ['lookHere', 'a head on one side', mainFace({ roll: 0.5 })],
    ['lookHere', 'landmarks that failed', mainFace({ landmarksAgree: false })],
    ['holdStill', 'a smeared face', mainFace({ quality: { ...quality, sharpness: 0.1 } })],
  ] as const)('V43 says %s to %s', (hint, _, main) => {
    expect(judge(lookOf(main), main, 'identify')).toEqual({ good: false, hint });
  });

  it.each([
    ['to the side', mainFace({ at: { x: 680, y: 300 } })],
    ['nearer', mainFace({ eyeDistance: 120 })],
    ['away', mainFace({ eyeDistance: 80 })],
  ])('V44 asks a face that moved %s to hold still', (_, before) => {
    expect(judge(lookOf(fine), before, 'identify')).toEqual({ good: false, hint: 'holdStill' });
  });

  it('V45 decides nothing while a second face is nearly as large, whatever else is wrong', () => {
    const verdict = { good: false, hint: 'oneAtATime' };
    expect(judge(lookOf(fine, [0.7 * fine.box.width]), fine, 'identify')).toEqual(verdict);
    const far = mainFace({ eyeDistance: 40 });
    expect(judge(lookOf(far, [far.box.width]), far, 'identify')).toEqual(verdict);
  });

  it('V46 ignores faces far behind', () => {
    expect(judge(lookOf(fine, [0.4 * fine.box.width, 0.3 * fine.box.width]), fine, 'identify').good).toBe(
      true,
    );
  });

  it('V47 lets a head turned a little through when registering, not when recognising', () => {
    const turned = mainFace({ yaw: 0.25 });
    expect(judge(lookOf(turned), turned, 'enrol').good).toBe(true);
    expect(judge(lookOf(turned), turned, 'identify').good).toBe(false);
  });

  it('gives boxes as fractions of the frame', () => {
    const box = { x: 640, y: 180, width: 320, height: 360 };
    expect(fractionOf(lookOf(null), box)).toEqual({ x: 0.5, y: 0.25, width: 0.25, height: 0.5 });
  });
});
