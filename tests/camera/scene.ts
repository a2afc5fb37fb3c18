/**
 * Scenes in front of a pretended camera: a room, and people cut out of real photographs put into it.
 * Everything is computed from the description and a seed, so the same scene is the same file every time.
 */
import { uniform } from '../../shared/domain/random.ts';
import type { Picture, Point } from '../../kiosk/vision/picture.ts';
import { cutOut } from './medium.ts';
import type { Colour, Medium } from './medium.ts';
import { still } from './motion.ts';
import type { Motion } from './motion.ts';

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
  /** The person cut out (without it), with their own surroundings, or a picture of them held to the camera. */
  readonly medium?: Medium;
  /** How they move: `time` goes from 0 to 1 in each loop, ending as it began. */
  readonly motion?: (time: number) => Motion;
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

/** The colour at a place of a photograph, px, mixed of the four nearest px; outside it that of its edge. */
function colourAt({ width, height, data }: Picture, x: number, y: number): Colour {
  const px = Math.min(width - 1.001, Math.max(0, x - 0.5));
  const py = Math.min(height - 1.001, Math.max(0, y - 0.5));
  const at = (Math.floor(py) * width + Math.floor(px)) * 4;
  const [fx, fy] = [px % 1, py % 1];
  const mix = (channel: number): number => {
    const value = (offset: number): number => data[at + offset + channel] ?? 0;
    const upper = value(0) * (1 - fx) + value(4) * fx;
    const lower = value(width * 4) * (1 - fx) + value(width * 4 + 4) * fx;
    return upper * (1 - fy) + lower * fy;
  };
  return [mix(0), mix(1), mix(2)];
}

/** From eye distances of an upright portrait to px of the photograph. */
function portraitIn({ left, right }: Portrait): (at: Point) => Point {
  const [dx, dy] = [right.x - left.x, right.y - left.y];
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  return ({ x, y }) => ({ x: middle.x + x * dx - y * dy, y: middle.y + x * dy + y * dx });
}

/** Draws one person over the frame, `sway` px to the right of their place. */
function paste(
  frame: Float32Array,
  { width, height }: Format,
  photo: Picture,
  placed: Placed,
  { sway, time }: { readonly sway: number; readonly time: number },
): void {
  const { who, at, eyeDistance, tilt = 0, medium = cutOut, motion = () => still } = placed;
  const move = motion(time);
  const inPhoto = portraitIn(who);
  const [cos, sin] = [Math.cos(tilt) / eyeDistance, Math.sin(tilt) / eyeDistance];
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      const dx = x + 0.5 - at.x - sway;
      const dy = y + 0.5 - at.y - sway / 3;
      if (dx * dx + dy * dy > (medium.reach * eyeDistance) ** 2) continue;
      const place = move({ x: dx * cos + dy * sin, y: dy * cos - dx * sin });
      const { x: px, y: py } = inPhoto(place);
      const { colour, share } = medium.seen(place, colourAt(photo, px, py));
      if (share === 0) continue;
      for (let c = 0; c < 3; c++) {
        const on = c * width * height + to;
        frame[on] = (frame[on] ?? 0) * (1 - share) + (colour[c] ?? 0) * share;
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
      paste(frame, format, photo, placed, { sway: shift, time: index / frames });
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
