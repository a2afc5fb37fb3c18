/** How well a face can be seen, from its portrait. Pure. */
import type { Planes } from './picture.ts';

export type Quality = {
  /** Mean brightness of the face, 0..255. */
  readonly brightness: number;
  /** Share of the face burnt out to white or drowned in black, 0..1. */
  readonly lost: number;
  /**
   * Fine detail against coarse detail, 0 (all smooth) upwards. Falls when the face is out of focus or smeared by
   * moving; hardly changes with light or noise. A clear face has 0.17 to 0.3.
   */
  readonly sharpness: number;
};

const WHITE = 250;
const BLACK = 8;
/** px of the portrait. */
const FINE = 2;
const COARSE = 8;

/** Brightness of each pixel, 0..255, of the middle of a portrait (where there is face, not background). */
function faceBrightness({ width, height, values }: Planes): {
  readonly side: number;
  readonly luma: Float32Array;
} {
  const plane = width * height;
  const margin = Math.round(width * 0.2);
  const side = width - 2 * margin;
  const luma = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (y + margin) * width + x + margin;
      luma[y * side + x] =
        0.299 * (values[at] ?? 0) + 0.587 * (values[at + plane] ?? 0) + 0.114 * (values[at + 2 * plane] ?? 0);
    }
  }
  return { side, luma };
}

/** Every pixel as the mean of its 3×3 neighbourhood: takes the sensor's noise out before detail is measured. */
function smooth(luma: Float32Array, side: number): Float32Array {
  const out = new Float32Array(luma.length);
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      let sum = 0;
      for (let row = -side; row <= side; row += side)
        for (let column = -1; column <= 1; column++) sum += luma[y * side + x + row + column] ?? 0;
      out[y * side + x] = sum / 9;
    }
  }
  return out;
}

/** Size of the second difference over `step` px along rows (`stride` 1) or columns: detail of about that width. */
function detail(luma: Float32Array, side: number, step: number, stride: number): number {
  const margin = COARSE + 1;
  let sum = 0;
  for (let y = margin; y < side - margin; y++) {
    for (let x = margin; x < side - margin; x++) {
      const at = y * side + x;
      sum += Math.abs(
        2 * (luma[at] ?? 0) - (luma[at - step * stride] ?? 0) - (luma[at + step * stride] ?? 0),
      );
    }
  }
  return sum;
}

/** Measures a portrait (RGB planes 0..255, square). */
export function qualityOf(portrait: Planes): Quality {
  const { side, luma } = faceBrightness(portrait);
  let sum = 0;
  let lost = 0;
  for (const value of luma) {
    sum += value;
    if (value >= WHITE || value <= BLACK) lost++;
  }
  const calm = smooth(luma, side);
  const sharpnessAlong = (stride: number): number =>
    detail(calm, side, FINE, stride) / Math.max(detail(calm, side, COARSE, stride), 1e-6);
  // A moving face is smeared in one direction only, so the worse of both counts.
  const sharpness = Math.min(sharpnessAlong(1), sharpnessAlong(side));
  return { brightness: sum / luma.length, lost: lost / luma.length, sharpness };
}
