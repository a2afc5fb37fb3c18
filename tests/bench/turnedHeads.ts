/** How alike a turned head is to its own straight pictures, on photographs: for the thresholds `turned`. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cosine, meanDirection } from '../../kiosk/vision/embed.ts';
import type { Engine } from '../../kiosk/vision/engine.ts';
import { nearest } from '../../kiosk/vision/look.ts';
import { poseOf } from '../../kiosk/vision/pose.ts';
import { launchBrowser } from '../browser.ts';
import { openDecoder } from '../camera/photos.ts';

type Described = { readonly yaw: number; readonly embedding: Float32Array };

/** Every person of several pictures below `data`; pictures whose landmarks failed are left out. */
async function describe(engine: Engine, data: string): Promise<Described[][]> {
  const browser = await launchBrowser();
  const decode = await openDecoder(browser);
  const all: Described[][] = [];
  for (const name of (await readdir(join(data, 'lfw'))).toSorted()) {
    const own: Described[] = [];
    for (const file of (await readdir(join(data, 'lfw', name))).toSorted().slice(0, 8)) {
      const picture = await decode(join(data, 'lfw', name, file));
      const face = nearest(await engine.detect(picture));
      if (face === undefined) continue;
      const { points, disagreement } = await engine.landmarks(picture, face);
      if (disagreement <= engine.set.landmarks.disagreementAtMost)
        own.push({ yaw: poseOf(points).yaw, embedding: await engine.embed(picture, points) });
    }
    all.push(own);
  }
  await browser.close();
  return all;
}

/**
 * How alike turned heads are to straight ones, in words: for three shares of other people who are more alike than a
 * cosine, that cosine and the share of the same people who are less alike.
 */
export async function turnedHeads(engine: Engine, data: string): Promise<string[]> {
  const all = await describe(engine, data);
  const straight = all.map((own) => {
    const ahead = own.filter(({ yaw }) => Math.abs(yaw) <= 0.1);
    return ahead.length === 0 ? null : meanDirection(ahead.slice(0, 4).map(({ embedding }) => embedding));
  });
  const same: number[] = [];
  const others: number[] = [];
  for (const [person, own] of all.entries())
    for (const { yaw, embedding } of own) {
      if (Math.abs(yaw) < 0.15 || Math.abs(yaw) > 0.45) continue;
      for (const [other, mean] of straight.entries())
        if (mean !== null) (other === person ? same : others).push(cosine(mean, embedding));
    }
  const sorted = others.toSorted((one, other) => other - one);
  return [0.05, 0.03, 0.02, 0.015, 0.01, 0.001].map((rate) => {
    const cut = sorted[Math.floor(rate * sorted.length)] ?? Number.NaN;
    const missed = same.filter((value) => value < cut).length / same.length;
    return `${engine.set.id}: turned heads, ${same.length} of the same person, ${others.length} of others; ${rate * 100} % of others above ${cut.toFixed(3)}, ${(100 * missed).toFixed(1)} % of the same below`;
  });
}
