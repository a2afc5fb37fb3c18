import type { PaperPicture } from '../../../shared/ui/paper/draw.ts';

/** @returns the picture as a `data:` address of a PNG. @throws Error if the browser has no canvas. */
export function pngOf({ width, height, bits }: PaperPicture): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no pictures');
  const image = pen.createImageData(width, height);
  image.data.fill(255);
  for (let dot = 0; dot < width * height; dot++)
    if (((bits[dot >> 3] ?? 0) & (128 >> (dot & 7))) !== 0) image.data.fill(0, 4 * dot, 4 * dot + 3);
  pen.putImageData(image, 0, 0);
  return canvas.toDataURL('image/png');
}
