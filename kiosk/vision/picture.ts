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

/** px of what is drawn. */
export type Target = { readonly width: number; readonly height: number };

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
