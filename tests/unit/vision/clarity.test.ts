import { describe, expect, test } from 'vitest';
import { clarityOf } from '../../../kiosk/vision/clarity.ts';

type Seen = Parameters<typeof clarityOf>[0];
const clear: Seen = {
  pose: { middle: { x: 0, y: 0 }, nose: { x: 0, y: 0 }, eyeDistance: 120, yaw: 0, roll: 0, pitch: 0.6 },
  quality: { brightness: 128, lost: 0, sharpness: 0.25 },
};
const having = (pose: Partial<Seen['pose']>, quality: Partial<Seen['quality']>): number =>
  clarityOf({ pose: { ...clear.pose, ...pose }, quality: { ...clear.quality, ...quality } });

describe('how clear a face is', () => {
  test('ID19 clear is 1, however the head is turned', () => {
    expect(clarityOf(clear)).toBe(1);
    expect(having({ yaw: 0.3, roll: 0.2 }, {})).toBe(1);
  });

  test.for([
    ['smeared', {}, { sharpness: 0.16 }],
    ['far away', { eyeDistance: 60 }, {}],
    ['dark', {}, { brightness: 60 }],
    ['bright', {}, { brightness: 200 }],
    ['half burnt out', {}, { lost: 0.2 }],
  ] as const)('ID19 %s is worse than clear, and better than hopeless', ([, pose, quality]) => {
    const clarity = having(pose, quality);
    expect(clarity).toBeGreaterThan(0.1);
    expect(clarity).toBeLessThan(0.8);
    // The worst side counts, whatever else is good or bad.
    expect(having({ ...pose }, { ...quality, sharpness: 0.05 })).toBe(0);
  });
});
