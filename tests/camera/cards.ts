/** Cards held before a pretended camera: a sheet with a code on it, turned, small or out of focus. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';
import { uniform } from '../../shared/domain/random.ts';
import type { Format } from './scene.ts';
import { fileOf, playScene } from './y4m.ts';

/** As the kiosk asks of its camera. */
const format: Format = { width: 1280, height: 720, fps: 15 };
/** Chromium plays a shorter file as well as a longer one, and these frames differ by their noise only. */
const frames = 6;

/** How a code is held. */
export type Held = {
  readonly text: string;
  /** px of the frame: a side of one of the code's squares. */
  readonly square: number;
  /** Radians clockwise. */
  readonly tilt?: number;
  /** px: how far the picture is out of focus. */
  readonly blur?: number;
};

const brightness = { room: 96, paper: 215, ink: 28 };

/** How bright the card is at a place, 0..255; beside it there is the room. */
function brightnessOf({ text, square, tilt = 0 }: Held): (x: number, y: number) => number {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const [cos, sin] = [Math.cos(tilt) / square, Math.sin(tilt) / square];
  return (x, y) => {
    const [dx, dy] = [x - format.width / 2, y - format.height / 2];
    const row = data[Math.floor(dy * cos - dx * sin + size / 2)];
    const module = row?.[Math.floor(dx * cos + dy * sin + size / 2)];
    if (module === undefined) return brightness.room;
    return module ? brightness.ink : brightness.paper;
  };
}

/** The frames of a loop: each px is the mean of four places around it, further apart if it is out of focus. */
function* render(held: Held): Generator<Float32Array> {
  const plane = format.width * format.height;
  const at = brightnessOf(held);
  const reach = 0.25 + (held.blur ?? 0);
  const sharp = new Float32Array(plane);
  for (let y = 0, to = 0; y < format.height; y++)
    for (let x = 0; x < format.width; x++, to++) {
      let sum = 0;
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const)
        sum += at(x + 0.5 + dx * reach, y + 0.5 + dy * reach);
      sharp[to] = sum / 4;
    }
  const next = uniform(7);
  for (let index = 0; index < frames; index++) {
    const frame = new Float32Array(plane * 3);
    for (let to = 0; to < plane; to++) {
      const value = (sharp[to] ?? 0) + (next() - 0.5) * 14;
      frame[to] = value;
      frame[to + plane] = value;
      frame[to + 2 * plane] = value;
    }
    yield frame;
  }
}

/** A camera before which one code after the other is held. */
export type CardCamera = {
  /** For `cameraFlags(path)`. */
  readonly path: string;
  readonly hold: (held: Held) => Promise<void>;
  readonly putAway: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Makes a camera file in a new temporary folder that shows an empty room. */
export async function cardCamera(): Promise<CardCamera> {
  const folder = await mkdtemp(join(tmpdir(), 'luot-card-'));
  const path = join(folder, 'camera.y4m');
  const hold = (held: Held): Promise<void> => playScene(path, fileOf(render(held), format));
  const putAway = (): Promise<void> => hold({ text: '', square: 0 });
  await putAway();
  return { path, hold, putAway, close: () => rm(folder, { recursive: true, force: true }) };
}
