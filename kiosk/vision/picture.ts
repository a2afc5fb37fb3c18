/** Pixels and how they are moved: pure arithmetic, the same in the browser's worker and in Node. */

/** Four bytes a pixel (red, green, blue, ignored), row by row from the top. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
};

/** px in a picture; x to the right, y down; the middle of the first pixel is (0.5, 0.5). */
export type Point = { readonly x: number; readonly y: number };

/** px in a picture. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where an output pixel comes from: source = (a·x - b·y + tx, b·x + a·y + ty): turn, scale and move. */
export type Similarity = { readonly a: number; readonly b: number; readonly tx: number; readonly ty: number };

/** Three planes (red, green, blue) of `width * height` values 0..255. */
export type Planes = { readonly width: number; readonly height: number; readonly values: Float32Array };

/** Averages blocks of `factor`² pixels; what does not fill a block at the right and bottom is dropped. */
export function shrink(picture: Picture, factor: number): Picture {
  if (factor <= 1) return picture;
  const width = Math.floor(picture.width / factor);
  const height = Math.floor(picture.height / factor);
  const data = new Uint8ClampedArray(width * height * 4);
  const source = picture.data;
  const area = factor * factor;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = 0; row < factor; row++) {
        let at = ((y * factor + row) * picture.width + x * factor) * 4;
        for (let column = 0; column < factor; column++, at += 4) {
          red += source[at] ?? 0;
          green += source[at + 1] ?? 0;
          blue += source[at + 2] ?? 0;
        }
      }
      const to = (y * width + x) * 4;
      data[to] = red / area;
      data[to + 1] = green / area;
      data[to + 2] = blue / area;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

type Target = { readonly width: number; readonly height: number };

/**
 * Draws `target.width`×`target.height` pixels, each looked up at its place in the source by bilinear
 * interpolation. When the source is larger, several places inside the pixel are averaged, so that a big face
 * does not turn into sparkle. Everything outside `clip` (default: the whole picture) is black.
 */
export function warp(picture: Picture, from: Similarity, target: Target, clip?: Box): Planes {
  const taps = Math.min(4, Math.max(1, Math.round(Math.hypot(from.a, from.b))));
  const size = target.width * target.height;
  const values = new Float32Array(size * 3);
  const bounds = clip ?? { x: 0, y: 0, width: picture.width, height: picture.height };
  const colour = new Float32Array(3);
  for (let y = 0, at = 0; y < target.height; y++) {
    for (let x = 0; x < target.width; x++, at++) {
      colour.fill(0);
      for (let tap = 0; tap < taps * taps; tap++) {
        const px = x + ((tap % taps) + 0.5) / taps;
        const py = y + (Math.floor(tap / taps) + 0.5) / taps;
        addSample(
          picture,
          from.a * px - from.b * py + from.tx,
          from.b * px + from.a * py + from.ty,
          bounds,
          colour,
        );
      }
      const share = 1 / (taps * taps);
      values[at] = (colour[0] ?? 0) * share;
      values[at + size] = (colour[1] ?? 0) * share;
      values[at + 2 * size] = (colour[2] ?? 0) * share;
    }
  }
  return { width: target.width, height: target.height, values };
}

/** For each of `count` output pixels `step` source pixels apart: the two source pixels and the share of the second. */
function neighbours(
  count: number,
  step: number,
  length: number,
): { first: Int32Array; second: Int32Array; share: Float32Array } {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const share = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const place = Math.max((at + 0.5) * step - 0.5, 0);
    first[at] = Math.min(Math.floor(place), length - 1);
    second[at] = Math.min(Math.floor(place) + 1, length - 1);
    share[at] = place - Math.floor(place);
  }
  return { first, second, share };
}

/**
 * Scales a picture so that `step` of its px become one, into the top left of a black target. Gives the same as
 * `warp` by bilinear interpolation (for steps below 1.5), several times faster: the detector needs it for every frame.
 */
export function scaleInto(picture: Picture, step: number, target: Target): Planes {
  const size = target.width * target.height;
  const values = new Float32Array(size * 3);
  const width = Math.min(target.width, Math.ceil(picture.width / step - 0.5));
  const height = Math.min(target.height, Math.ceil(picture.height / step - 0.5));
  const columns = neighbours(width, step, picture.width);
  const rows = neighbours(height, step, picture.height);
  const { data } = picture;
  for (let y = 0; y < height; y++) {
    const upper = (rows.first[y] ?? 0) * picture.width;
    const lower = (rows.second[y] ?? 0) * picture.width;
    const down = rows.share[y] ?? 0;
    for (let x = 0, at = y * target.width; x < width; x++, at++) {
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

/** Adds the colour at (x, y) to `colour`; outside `bounds` nothing; at its border the nearest pixel counts. */
function addSample(picture: Picture, x: number, y: number, bounds: Box, colour: Float32Array): void {
  const right = bounds.x + bounds.width;
  const bottom = bounds.y + bounds.height;
  if (x < bounds.x || y < bounds.y || x >= right || y >= bottom) return;
  const left = Math.max(Math.floor(x - 0.5), bounds.x);
  const top = Math.max(Math.floor(y - 0.5), bounds.y);
  const fx = Math.max(x - 0.5 - left, 0);
  const fy = Math.max(y - 0.5 - top, 0);
  const stepX = left + 1 < right ? 4 : 0;
  const stepY = top + 1 < bottom ? picture.width * 4 : 0;
  const at = (top * picture.width + left) * 4;
  const { data } = picture;
  for (let c = 0; c < 3; c++) {
    const upper = (data[at + c] ?? 0) * (1 - fx) + (data[at + stepX + c] ?? 0) * fx;
    const lower = (data[at + stepY + c] ?? 0) * (1 - fx) + (data[at + stepY + stepX + c] ?? 0) * fx;
    colour[c] = (colour[c] ?? 0) + upper * (1 - fy) + lower * fy;
  }
}

/** The same planes seen in a mirror (left and right exchanged). */
export function mirror({ width, height, values }: Planes): Planes {
  const out = new Float32Array(values.length);
  for (let row = 0; row < values.length; row += width)
    for (let x = 0; x < width; x++) out[row + x] = values[row + width - 1 - x] ?? 0;
  return { width, height, values: out };
}
