import type { PaperPicture } from '../../../shared/ui/paper/draw.ts';

/** @returns the bytes as base64; piece by piece, since a function takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const piece = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

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
