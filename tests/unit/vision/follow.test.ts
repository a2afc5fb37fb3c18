import { beforeEach, describe, expect, it } from 'vitest';
import type { Face } from '../../../kiosk/vision/detect.ts';
import type { Engine } from '../../../kiosk/vision/engine.ts';
import { find } from '../../../kiosk/vision/follow.ts';
import type { Found } from '../../../kiosk/vision/follow.ts';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { facePoints } from './faces.ts';

const set = findSet(readManifest(), 'recommended') ?? expect.unreachable();
const frame = { width: 1280, height: 720, data: new Uint8Array(0) };
const faceAt = (x: number, width: number): Face => ({ box: { x, y: 200, width, height: width }, score: 0.9 });
const nearFace = faceAt(500, 260);

let inView: readonly Face[];
let isFace: boolean;
let wholeLooks: number;
const engine: Engine = {
  set,
  detect: () => {
    wholeLooks++;
    return Promise.resolve(inView);
  },
  landmarks: () => Promise.resolve({ points: facePoints(), disagreement: 0 }),
  pointer: {
    // Where it is now, 4 px to the right of where it was.
    read: (_, { box, score }) =>
      Promise.resolve(
        isFace ? { box: { ...box, x: box.x + 4 }, score, points: facePoints(), from: box } : null,
      ),
    confirm: () => Promise.resolve({ points: facePoints(), disagreement: 0 }),
  },
  follows: true,
  describers: [],
  embed: () => expect.unreachable(),
  passives: [],
  realness: () => expect.unreachable(),
};

/** Looks every 50 ms; when the whole frame was looked at. */
async function wholeLooksOf(own: Engine, until: number): Promise<number[]> {
  let before: Found | null = null;
  const at: number[] = [];
  for (let now = 0; now <= until; now += 50) {
    const looked = wholeLooks;
    before = await find(own, frame, now, { before, whole: false });
    if (wholeLooks > looked) at.push(now);
  }
  return at;
}

beforeEach(() => {
  inView = [nearFace];
  isFace = true;
  wholeLooks = 0;
});

describe('following a face', () => {
  it('V130 looks at the whole frame at first and twice a second, and between at the face alone', async () => {
    expect(await wholeLooksOf(engine, 1_200)).toEqual([0, 500, 1_000]);
  });

  it('V130 looks for the face where it was last, and keeps those far behind in mind', async () => {
    const behind = faceAt(100, 80);
    inView = [nearFace, behind];
    let found = await find(engine, frame, 0, { before: null, whole: false });
    for (const at of [50, 100, 150]) found = await find(engine, frame, at, { before: found, whole: false });
    expect(found.read?.box.x).toBe(nearFace.box.x + 16);
    expect(found.faces).toEqual([found.read, behind]);
    expect(wholeLooks).toBe(1);
  });

  it.each([
    ['two people are near', () => void (inView = [nearFace, faceAt(100, 200)])],
    ['nobody is there', () => void (inView = [])],
    ['what was found is no face when seen by itself', () => void (isFace = false)],
  ])('V131 looks at every frame as a whole while %s', async (_, arrange) => {
    arrange();
    expect(await wholeLooksOf(engine, 200)).toEqual([0, 50, 100, 150, 200]);
  });

  it('V131 looks at every frame as a whole with a set that cannot follow', async () => {
    expect(await wholeLooksOf({ ...engine, follows: false }, 150)).toEqual([0, 50, 100, 150]);
  });

  it('V131 looks at the whole frame in the same look in which the face is lost, and when it is told to', async () => {
    const before = await find(engine, frame, 0, { before: null, whole: false });
    isFace = false;
    inView = [];
    expect(await find(engine, frame, 50, { before, whole: false })).toEqual({
      faces: [],
      read: null,
      wholeAt: 50,
    });
    expect((await find(engine, frame, 60, { before, whole: true })).wholeAt).toBe(60);
  });
});
