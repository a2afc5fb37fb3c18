/** Named scenes for the tests' camera (640×480). */
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print, screen, wholePhotograph } from './medium.ts';
import { headTurned, noseDrawn, swivelled } from './motion.ts';
import { people } from './people.ts';
import { samplePhotos } from './photos.ts';
import type { Format, Scene } from './scene.ts';
import { playScene, sceneFile } from './y4m.ts';

/** Person A as in `personA`, where nothing else is said. */
const personA = { who: people.a, at: { x: 320, y: 210 }, eyeDistance: 84 };

const again = { who: people.aOtherDay, at: { x: 360, y: 240 }, eyeDistance: 72, tilt: 0.12 };
const reshot = { who: people.a, at: { x: 270, y: 230 }, eyeDistance: 70, tilt: -0.08 };

/** To the side, held there, and back once in a loop: radians at a time, none at its beginning and end. */
function swing(most: number, time: number): number {
  const share = Math.min(1, Math.max(0, 2 - Math.abs(time - 0.55) * 5));
  return most * share * share * (3 - 2 * share);
}

export const scenes = {
  nobody: { people: [] },
  personA: { people: [{ who: people.a, at: { x: 320, y: 210 }, eyeDistance: 84 }], noise: 2, seed: 11 },
  /** Person A on another photograph, elsewhere in the frame, smaller, darker, noisier. */
  personAAgain: {
    people: [again],
    light: 0.85,
    noise: 4,
    sway: 5,
    seed: 12,
  },
  /** The photograph of `personA` shot again: other place, scale, light, blur and noise. */
  personAReshot: {
    people: [reshot],
    light: 0.75,
    blur: 1,
    noise: 4,
    sway: 5,
    seed: 13,
  },
  /** Person A, who turns the head: up, and down to the own right. */
  personALooksUp: {
    people: [
      { who: people.a, at: { x: 320, y: 210 }, eyeDistance: 84, motion: () => noseDrawn({ x: 0, y: -0.2 }) },
    ],
    seed: 14,
  },
  personALooksDownRight: {
    people: [
      {
        who: people.a,
        at: { x: 320, y: 210 },
        eyeDistance: 84,
        motion: () => noseDrawn({ x: -0.22, y: 0.27 }),
      },
    ],
    seed: 15,
  },
  /** Person A with the room they were photographed in: what the passive networks take for a person. */
  personAWithSurroundings: { people: [{ ...personA, medium: wholePhotograph }], seed: 16 },
  /** A photograph of person A on a tablet. */
  personAReplay: { people: [{ ...personA, medium: screen }], blur: 1, seed: 17 },
  /** Person A turns the head to their own left (the picture's right) and back; and to their own right. */
  personATurnsLeft: { people: [{ ...personA, motion: (time) => headTurned(swing(0.43, time)) }], seed: 18 },
  personATurnsRight: { people: [{ ...personA, motion: (time) => headTurned(swing(-0.62, time)) }], seed: 19 },
  /** So does the person of `personAAgain`. */
  personAAgainTurnsLeft: { people: [{ ...again, motion: (time) => headTurned(swing(0.5, time)) }], seed: 26 },
  personAAgainTurnsRight: {
    people: [{ ...again, motion: (time) => headTurned(swing(-0.5, time)) }],
    seed: 27,
  },
  /** Person B does, in the same place. */
  personBTurnsLeft: {
    people: [{ ...personA, who: people.b, motion: (time) => headTurned(swing(0.43, time)) }],
    seed: 20,
  },
  /** A printed photograph of person A, swivelled to and fro about an upright axis; and about a slanting one. */
  personASwivelled: {
    people: [
      { ...personA, medium: print, motion: (time) => swivelled(Math.sin(2 * Math.PI * time) * 0.785) },
    ],
    seed: 23,
  },
  personATilted: {
    people: [
      {
        ...personA,
        medium: print,
        motion: (time) => swivelled(Math.sin(2 * Math.PI * time) * 0.785, 0.785),
      },
    ],
    seed: 24,
  },
  personB: { people: [{ who: people.b, at: { x: 320, y: 220 }, eyeDistance: 82 }], noise: 2, seed: 21 },
  personC: { people: [{ who: people.c, at: { x: 320, y: 220 }, eyeDistance: 80 }], noise: 2, seed: 22 },
  twoPeople: {
    people: [
      { who: people.a, at: { x: 180, y: 220 }, eyeDistance: 76 },
      { who: people.b, at: { x: 470, y: 230 }, eyeDistance: 74 },
    ],
    seed: 31,
  },
  /** Somebody who walks past at the back while person A stands in front. */
  personAWithPasserBy: {
    people: [
      { who: people.b, at: { x: 520, y: 120 }, eyeDistance: 26 },
      { who: people.a, at: { x: 260, y: 220 }, eyeDistance: 80 },
    ],
    seed: 32,
  },
  tooFar: { people: [{ who: people.a, at: { x: 320, y: 200 }, eyeDistance: 42 }], seed: 33 },
  tooDark: { people: [{ who: people.a, at: { x: 320, y: 210 }, eyeDistance: 84 }], light: 0.35, seed: 34 },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

/** A camera whose scene can be changed while a browser plays it. */
export type SceneCamera = {
  /** For `cameraFlags(path)`. */
  readonly path: string;
  /** Shows another scene from the next frame on. */
  readonly show: (name: SceneName) => Promise<void>;
  /** Pulls the plug: the browser's track ends and no camera is found until the next `show`. */
  readonly unplug: () => Promise<void>;
  /** Removes the file (14 MB); after the browser is closed. */
  readonly close: () => Promise<void>;
};

/** Makes a camera file in a new temporary folder that shows `first`. */
export async function sceneCamera(first: SceneName, format?: Format): Promise<SceneCamera> {
  const photos = await samplePhotos();
  const folder = await mkdtemp(join(tmpdir(), 'luot-camera-'));
  const path = join(folder, 'camera.y4m');
  const rendered = new Map<SceneName, Buffer>();
  const show = async (name: SceneName): Promise<void> => {
    const file = rendered.get(name) ?? sceneFile(scenes[name], photos, format);
    rendered.set(name, file);
    await playScene(path, file);
  };
  await show(first);
  // Chromium's pretended camera fails when its file is empty, and counts as not there when it is opened again.
  return {
    path,
    show,
    unplug: () => truncate(path, 0),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
