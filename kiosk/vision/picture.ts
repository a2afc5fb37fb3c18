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
  const { a, b, tx, ty } = from;
  const { data, width } = picture;
  const bounds = clip ?? { x: 0, y: 0, width, height: picture.height };
  const { x: left, y: top } = bounds;
  const right = left + bounds.width;
  const bottom = top + bounds.height;
  const taps = Math.min(4, Math.max(1, Math.round(Math.hypot(a, b))));
  const share = 1 / (taps * taps);
  const size = target.width * target.height;
  const values = new Float32Array(size * 3);
  // Every face is drawn several times a frame: taking the sample here, in whole numbers (`| 0`) where they are whole,
  // is twice as fast as in a function of its own.
  for (let at = 0; at < size; at++) {
    const column = at % target.width;
    const row = (at - column) / target.width;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let down = 0.5; down < taps; down++) {
      const py = row + down / taps;
      for (let across = 0.5; across < taps; across++) {
        const px = column + across / taps;
        const x = a * px - b * py + tx;
        const y = b * px + a * py + ty;
        if (x < left || y < top || x >= right || y >= bottom) continue;
        // Beyond the middles of the outermost pixels the nearest one counts.
        const x0 = Math.max((x - 0.5) | 0, left) | 0;
        const y0 = Math.max((y - 0.5) | 0, top) | 0;
        const fx = Math.max(x - 0.5 - x0, 0);
        const fy = Math.max(y - 0.5 - y0, 0);
        const p = ((y0 * width + x0) * 4) | 0;
        const q = (x0 + 1 < right ? p + 4 : p) | 0;
        const below = (y0 + 1 < bottom ? width * 4 : 0) | 0;
        const r = (p + below) | 0;
        const s = (q + below) | 0;
        const ofS = fx * fy;
        const ofQ = fx - ofS;
        const ofR = fy - ofS;
        const ofP = 1 - fx - ofR;
        red += ofP * (data[p] ?? 0) + ofQ * (data[q] ?? 0) + ofR * (data[r] ?? 0) + ofS * (data[s] ?? 0);
        green +=
          ofP * (data[p + 1] ?? 0) +
          ofQ * (data[q + 1] ?? 0) +
          ofR * (data[r + 1] ?? 0) +
          ofS * (data[s + 1] ?? 0);
        blue +=
          ofP * (data[p + 2] ?? 0) +
          ofQ * (data[q + 2] ?? 0) +
          ofR * (data[r + 2] ?? 0) +
          ofS * (data[s + 2] ?? 0);
      }
    }
    values[at] = red * share;
    values[at + size] = green * share;
    values[at + 2 * size] = blue * share;
  }
  return { width: target.width, height: target.height, values };
}

/** The same planes seen in a mirror (left and right exchanged). */
export function mirror({ width, height, values }: Planes): Planes {
  const out = new Float32Array(values.length);
  for (let row = 0; row < values.length; row += width)
    for (let x = 0; x < width; x++) out[row + x] = values[row + width - 1 - x] ?? 0;
  return { width, height, values: out };
}
