/**
 * Scenes in front of a pretended camera: a room, and people cut out of real photographs put into it.
 * Everything is computed from the description and a seed, so the same scene is the same file every time.
 */
import { uniform } from '../../shared/domain/random.ts';
import { warp } from '../../kiosk/vision/picture.ts';
import type { Picture, Point } from '../../kiosk/vision/picture.ts';

/** A person in one of the sample photographs: where the middles of the eyes are, px of the photograph. */
export type Portrait = { readonly sample: number; readonly left: Point; readonly right: Point };

/** A portrait put into the room. */
export type Placed = {
  readonly who: Portrait;
  /** px of the frame: halfway between the eyes. */
  readonly at: Point;
  /** px of the frame between the eyes. */
  readonly eyeDistance: number;
  /** Radians the head is tilted clockwise; the photograph's own tilt is taken out first. */
  readonly tilt?: number;
  /** Where the nose is drawn to, in eye distances to the picture's right and down: a head that turns or nods. */
  readonly turn?: Point;
};

export type Scene = {
  readonly people: readonly Placed[];
  /** Factor on all brightness; 1 is as photographed. */
  readonly light?: number;
  /** px: radius of a box blur over the whole frame. */
  readonly blur?: number;
  /** Standard deviation of the sensor's noise, in steps of 255. */
  readonly noise?: number;
  /** px the people sway to each side, once to and fro in every loop. */
  readonly sway?: number;
  readonly seed?: number;
};

export type Format = { readonly width: number; readonly height: number; readonly fps: number };

/** How far the cut-out reaches from the middle between the eyes, in eye distances; outside it fades into the room. */
const CUT_OUT = { x: 1.9, up: 2.1, down: 2.7, soft: 0.25 };

/** RGB planes 0..255 of an empty lobby: a wall that darkens downwards, a door, a floor. */
function room({ width, height }: Format): Float32Array {
  const out = new Float32Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const u = x / width;
      const v = y / height;
      const isDoor = u > 0.72 && u < 0.92 && v > 0.25 && v < 0.85;
      const base =
        v > 0.85 ? [92, 84, 76] : isDoor ? [112, 92, 70] : [178 - 40 * v, 182 - 40 * v, 176 - 36 * v];
      for (let c = 0; c < 3; c++) out[at + c * width * height] = base[c] ?? 0;
    }
  }
  return out;
}

/** Where a turned head's nose is, and how wide around it the face is drawn along; in eye distances. */
const NOSE = { below: 0.6, wide: 0.4 };

/** How far the pixel at (x, y), px from the middle between the eyes, was drawn along by a turn of the head. */
function drawnAlong({ turn = { x: 0, y: 0 }, eyeDistance }: Placed, x: number, y: number): Point {
  const away = Math.hypot(x / eyeDistance, y / eyeDistance - NOSE.below) / NOSE.wide;
  const share = eyeDistance * Math.exp((-away * away) / 2);
  return { x: turn.x * share, y: turn.y * share };
}

/** Draws one person over the frame, `sway` px to the right of their place. */
function paste(
  frame: Float32Array,
  { width, height }: Format,
  photo: Picture,
  placed: Placed,
  sway: number,
): void {
  const { left, right } = placed.who;
  const eyes = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const scale = Math.hypot(right.x - left.x, right.y - left.y) / placed.eyeDistance;
  const angle = Math.atan2(right.y - left.y, right.x - left.x) - (placed.tilt ?? 0);
  const a = scale * Math.cos(angle);
  const b = scale * Math.sin(angle);
  const reach = {
    x: CUT_OUT.x * placed.eyeDistance,
    up: CUT_OUT.up * placed.eyeDistance,
    down: CUT_OUT.down * placed.eyeDistance,
  };
  const at = { x: placed.at.x + sway, y: placed.at.y + sway / 3 };
  const x0 = Math.max(0, Math.floor(at.x - reach.x));
  const y0 = Math.max(0, Math.floor(at.y - reach.up));
  const cut = {
    width: Math.min(width, Math.ceil(at.x + reach.x)) - x0,
    height: Math.min(height, Math.ceil(at.y + reach.down)) - y0,
  };
  const dx = x0 - at.x;
  const dy = y0 - at.y;
  const from = { a, b, tx: eyes.x + a * dx - b * dy, ty: eyes.y + b * dx + a * dy };
  const { values } = warp(photo, from, cut);
  for (let y = 0; y < cut.height; y++) {
    for (let x = 0; x < cut.width; x++) {
      const u = (x + 0.5 + dx) / reach.x;
      const down = y + 0.5 + dy;
      const v = down / (down < 0 ? reach.up : reach.down);
      const cover = Math.min(1, Math.max(0, (1 - Math.hypot(u, v)) / CUT_OUT.soft));
      if (cover === 0) continue;
      const along = drawnAlong(placed, x + dx, y + dy);
      const place = Math.round(y - along.y) * cut.width + Math.round(x - along.x);
      for (let c = 0; c < 3; c++) {
        const to = c * width * height + (y0 + y) * width + x0 + x;
        const value = values[c * cut.width * cut.height + place] ?? 0;
        frame[to] = (frame[to] ?? 0) * (1 - cover) + value * cover;
      }
    }
  }
}

/** One pass of a box blur along rows or columns of each plane. */
function blurAlong(
  frame: Float32Array,
  { width, height }: Format,
  radius: number,
  step: number,
  length: number,
): Float32Array {
  const out = new Float32Array(frame.length);
  for (let at = 0; at < frame.length; at++) {
    const place = Math.floor((at % (width * height)) / step) % length;
    let sum = 0;
    let count = 0;
    for (let d = -radius; d <= radius; d++) {
      if (place + d < 0 || place + d >= length) continue;
      sum += frame[at + d * step] ?? 0;
      count++;
    }
    out[at] = sum / count;
  }
  return out;
}

/** A tile of bell-shaped noise, one value for each pixel and then some, so that every frame can start elsewhere. */
function noiseTile(size: number, next: () => number): Float32Array {
  return Float32Array.from({ length: size }, () => next() + next() + next() + next() - 2);
}

/** The frames of one loop of `frames` frames, RGB planes 0..255 each; the last leads back to the first. */
export function* renderLoop(
  scene: Scene,
  photos: readonly Picture[],
  format: Format,
  frames: number,
): Generator<Float32Array> {
  const { light = 1, blur = 0, noise = 2, sway = 3, seed = 1 } = scene;
  const next = uniform(seed);
  const empty = room(format);
  const plane = format.width * format.height;
  const tile = noiseTile(plane * 2, next);
  for (let index = 0; index < frames; index++) {
    let frame: Float32Array = empty.slice();
    const shift = sway * Math.sin((2 * Math.PI * index) / frames);
    for (const placed of scene.people) {
      const photo = photos[placed.who.sample - 1];
      if (photo === undefined) throw new Error(`there is no sample ${placed.who.sample}`);
      paste(frame, format, photo, placed, shift);
    }
    if (blur > 0) {
      frame = blurAlong(frame, format, blur, 1, format.width);
      frame = blurAlong(frame, format, blur, format.width, format.height);
    }
    const offset = Math.floor(next() * plane);
    // Four even numbers added spread by 0.577; the factor makes `noise` the standard deviation.
    for (let at = 0; at < frame.length; at++)
      frame[at] = (frame[at] ?? 0) * light + ((tile[offset + (at % plane)] ?? 0) * noise) / 0.577;
    yield frame;
  }
}
