/** What Human itself says of the photographs: its own detector, mesh and description, in a browser. */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { launchBrowser } from '../../browser.ts';
import { RESULTS } from './pictures.ts';
import { openPeer } from '../vision/peers.ts';
import type { PeerWindow } from '../vision/peerTypes.ts';

/** Its description [1024] of the photograph at each path; null: it found no face, or described none. */
export type HumanOf = ReadonlyMap<string, Float32Array | null>;

const CACHE = join(RESULTS, 'human-3.3.6.jsonl');
const PAGES = 2;
const cached = z.object({ file: z.string(), embedding: z.string().nullable() });

const unpack = (text: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

async function readCache(): Promise<Map<string, Float32Array | null>> {
  const text = await readFile(CACHE, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.endsWith('}'));
  return new Map(
    lines
      .map((line) => cached.parse(JSON.parse(line)))
      .map(({ file, embedding }) => [file, embedding === null ? null : unpack(embedding)]),
  );
}

/** In the page: the face in the middle of the photograph, which is put on as black a field as for our own networks. */
async function describeInPage([jpeg, field]: readonly [string, number]): Promise<readonly number[] | null> {
  const { human } = window as unknown as PeerWindow;
  const blob = await (await fetch(`data:image/jpeg;base64,${jpeg}`)).blob();
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'none', colorSpaceConversion: 'none' });
  const width = bitmap.width < field && bitmap.height < field ? field : bitmap.width;
  const height = width === field ? field : bitmap.height;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, Math.floor((width - bitmap.width) / 2), Math.floor((height - bitmap.height) / 2));
  const always = { skipFrames: 0, skipTime: 0 };
  const { face } = await human.detect(context.getImageData(0, 0, width, height), {
    cacheSensitivity: 0,
    face: { detector: { ...always, maxDetected: 5 }, description: always },
  });
  const off = ({ box: [x, y, w, h] }: (typeof face)[number]): number =>
    Math.hypot(x + w / 2 - width / 2, y + h / 2 - height / 2);
  const [middle] = face.toSorted((one, other) => off(one) - off(other));
  return middle?.embedding ?? null;
}

async function describe(page: Page, file: string, field: number): Promise<Float32Array | null> {
  const jpeg = (await readFile(file)).toString('base64');
  const embedding = await page.evaluate(describeInPage, [jpeg, field] as const);
  return embedding === null ? null : Float32Array.from(embedding);
}

/** Describes the photographs that it has not described before; `field`: px of the black field they are put on. */
export async function humanOf(
  files: readonly string[],
  field: number,
  told: (done: number, all: number) => void,
): Promise<HumanOf> {
  const known = await readCache();
  const todo = files.filter((file) => !known.has(file));
  if (todo.length === 0) return known;
  const browser = await launchBrowser();
  let next = 0;
  const work = async (): Promise<void> => {
    const { page, close } = await openPeer(browser, 'human', 2);
    for (let file = todo[next++]; file !== undefined; file = todo[next++]) {
      const embedding = await describe(page, file, field);
      known.set(file, embedding);
      const text = embedding && Buffer.from(embedding.buffer).toString('base64');
      await appendFile(CACHE, `${JSON.stringify({ file, embedding: text })}\n`);
      told(next, todo.length);
    }
    await close();
  };
  await Promise.all(Array.from({ length: PAGES }, work));
  await browser.close();
  return known;
}
