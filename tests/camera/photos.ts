/** Photographs of real people: those that come with the npm package `@vladmandic/face-api`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Picture } from '../../kiosk/vision/picture.ts';
import { launchBrowser } from '../browser.ts';

const DEMO = join(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');

/** Absolute path of sample 1 to 6. */
export const samplePath = (number: number): string => join(DEMO, `sample${number}.jpg`);

/** Opens a decoder of JPEG files in a browser: the project has none of its own. Closed with the browser. */
export async function openDecoder(browser: Browser): Promise<(path: string) => Promise<Picture>> {
  const page = await browser.newPage();
  return async (path) => {
    const jpeg = (await readFile(path)).toString('base64');
    const { width, height, data } = await page.evaluate(async (base64) => {
      const blob = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob();
      const bitmap = await createImageBitmap(blob, {
        imageOrientation: 'none',
        colorSpaceConversion: 'none',
      });
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
        willReadFrequently: true,
      });
      if (context === null) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const pixels = new Blob([context.getImageData(0, 0, bitmap.width, bitmap.height).data]);
      const reader = new FileReader();
      const loaded = new Promise((resolve) => reader.addEventListener('load', resolve));
      reader.readAsDataURL(pixels);
      await loaded;
      const address = typeof reader.result === 'string' ? reader.result : '';
      return { width: bitmap.width, height: bitmap.height, data: address.slice(address.indexOf(',') + 1) };
    }, jpeg);
    return { width, height, data: new Uint8Array(Buffer.from(data, 'base64')) };
  };
}

/** Decodes JPEG files, in order. */
export async function decodeWith(browser: Browser, paths: readonly string[]): Promise<Picture[]> {
  const decode = await openDecoder(browser);
  const pictures: Picture[] = [];
  for (const path of paths) pictures.push(await decode(path));
  return pictures;
}

let samples: Promise<readonly Picture[]> | undefined;

/** The six sample photographs (sample 1 is at index 0); decoded once for each process. */
export async function samplePhotos(): Promise<readonly Picture[]> {
  samples ??= (async () => {
    const browser = await launchBrowser();
    try {
      return await decodeWith(browser, [1, 2, 3, 4, 5, 6].map(samplePath));
    } finally {
      await browser.close();
    }
  })();
  return samples;
}
