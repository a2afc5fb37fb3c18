/** Makes whole pictures smaller, fast: every frame goes through here. Pure. */
import type { Box, Picture, Planes, Target } from './picture.ts';

/** The picture's pixels as whole numbers, red in the lowest byte: all that browsers run on is little-endian. */
function pixelsOf({ data }: Picture): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

/** Averages blocks of `factor`² pixels (16² at most); what does not fill a block at the right and bottom is dropped. */
export function shrink(picture: Picture, factor: number): Picture {
  if (factor <= 1) return picture;
  const width = Math.floor(picture.width / factor);
  const height = Math.floor(picture.height / factor);
  const data = new Uint8ClampedArray(width * height * 4);
  const source = pixelsOf(picture);
  const share = 1 / (factor * factor);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Red and blue are added in one number, 16 bits for each: every frame goes through here.
      let redBlue = 0;
      let green = 0;
      for (let row = 0; row < factor; row++) {
        const first = (y * factor + row) * picture.width + x * factor;
        for (let at = first; at < first + factor; at++) {
          const pixel = source[at] ?? 0;
          redBlue = (redBlue + (pixel & 0xff00ff)) | 0;
          green += (pixel >>> 8) & 0xff;
        }
      }
      const to = (y * width + x) * 4;
      data[to] = (redBlue & 0xffff) * share;
      data[to + 1] = green * share;
      data[to + 2] = (redBlue >>> 16) * share;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

/** For each of `count` output pixels, `step` source pixels apart from `from` on: the two source pixels and the share of the second. */
function neighbours(
  count: number,
  step: number,
  length: number,
  from = 0,
): { first: Int32Array; second: Int32Array; share: Float32Array } {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const share = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const place = Math.max((at + 0.5) * step - 0.5, 0);
    first[at] = from + Math.min(Math.floor(place), length - 1);
    second[at] = from + Math.min(Math.floor(place) + 1, length - 1);
    share[at] = place - Math.floor(place);
  }
  return { first, second, share };
}

type Neighbours = ReturnType<typeof neighbours>;

/** Draws what lies at these columns and rows into the top left of a black target, by bilinear interpolation. */
function drawAt(
  { width: sourceWidth, data }: Picture,
  columns: Neighbours,
  rows: Neighbours,
  target: Target,
): Planes {
  const size = target.width * target.height;
  const values = new Float32Array(size * 3);
  for (let y = 0; y < rows.first.length; y++) {
    const upper = (rows.first[y] ?? 0) * sourceWidth;
    const lower = (rows.second[y] ?? 0) * sourceWidth;
    const down = rows.share[y] ?? 0;
    for (let x = 0, at = y * target.width; x < columns.first.length; x++, at++) {
      const left = columns.first[x] ?? 0;
      const right = columns.second[x] ?? 0;
      const across = columns.share[x] ?? 0;
      const a = (upper + left) * 4;
      const b = (upper + right) * 4;
      const c = (lower + left) * 4;
      const d = (lower + right) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const top = (data[a + channel] ?? 0) * (1 - across) + (data[b + channel] ?? 0) * across;
        const bottom = (data[c + channel] ?? 0) * (1 - across) + (data[d + channel] ?? 0) * across;
        values[channel * size + at] = top * (1 - down) + bottom * down;
      }
    }
  }
  return { width: target.width, height: target.height, values };
}

/**
 * Scales a picture so that `step` of its px become one, into the top left of a black target. Gives the same as
 * `warp` by bilinear interpolation (for steps below 1.5), several times faster: the detector needs it for every frame.
 */
export function scaleInto(picture: Picture, step: number, target: Target): Planes {
  const width = Math.min(target.width, Math.ceil(picture.width / step - 0.5));
  const height = Math.min(target.height, Math.ceil(picture.height / step - 0.5));
  const columns = neighbours(width, step, picture.width);
  const rows = neighbours(height, step, picture.height);
  return drawAt(picture, columns, rows, target);
}

/**
 * Stretches a part of a picture (whole px) to the size of the target. Between two px only the two are mixed, however
 * many lie under one of the target's: as OpenCV's `resize` does, and as networks that look for patterns of a screen's
 * dots were trained.
 */
export function stretch(picture: Picture, part: Box, target: Target): Planes {
  const columns = neighbours(target.width, part.width / target.width, part.width, part.x);
  const rows = neighbours(target.height, part.height / target.height, part.height, part.y);
  return drawAt(picture, columns, rows, target);
}
