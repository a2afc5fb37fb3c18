/** How well a face can be seen, from its aligned picture. Pure. */
import type { Planes } from './picture.ts';

export type Quality = {
  /** Mean brightness of the face, 0..255. */
  readonly brightness: number;
  /** Share of the face burnt out to white or drowned in black, 0..1. */
  readonly lost: number;
  /** Fine detail against coarse detail, 0 (all smooth) upwards; falls with blur and hardly changes with light. */
  readonly sharpness: number;
};

const WHITE = 250;
const BLACK = 8;

/** Brightness of each pixel, 0..255, of the middle of an aligned face (where there is face, not background). */
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

/** Mean size of the second difference across `step` px: strong where detail of about that width is. */
function detail(luma: Float32Array, side: number, step: number): number {
  let sum = 0;
  let count = 0;
  for (let y = step; y < side - step; y++) {
    for (let x = step; x < side - step; x++) {
      const at = y * side + x;
      const centre = (luma[at] ?? 0) * 4;
      const around =
        (luma[at - step] ?? 0) +
        (luma[at + step] ?? 0) +
        (luma[at - step * side] ?? 0) +
        (luma[at + step * side] ?? 0);
      sum += Math.abs(centre - around);
      count++;
    }
  }
  return sum / count;
}

/** Measures an aligned face (RGB planes 0..255, square). */
export function qualityOf(aligned: Planes): Quality {
  const { side, luma } = faceBrightness(aligned);
  let sum = 0;
  let lost = 0;
  for (const value of luma) {
    sum += value;
    if (value >= WHITE || value <= BLACK) lost++;
  }
  const fine = detail(luma, side, 1);
  const coarse = detail(luma, side, 4);
  return {
    brightness: sum / luma.length,
    lost: lost / luma.length,
    sharpness: fine / Math.max(coarse, 1e-6),
  };
}
