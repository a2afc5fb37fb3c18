import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packedLanguages } from './speech/pack.ts';
import type { Speaker } from './speech/espeak.ts';
import type { WallMaterial } from './usecases/publicStore.ts';

/** Where the data folder keeps what walls show and say. */
export type WallFolders = { readonly voice: string; readonly voiceCache: string; readonly media: string };
/** @param data the path of the data folder. */
export const wallFolders = (data: string): WallFolders => ({
  voice: join(data, 'voice'),
  voiceCache: join(data, 'voice-cache'),
  media: join(data, 'media'),
});

/** Pictures and films that browsers show, under names that mean nothing in an address. */
const mediaName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ()_.-]{0,120}\.(jpg|jpeg|png|webp|avif|mp4|webm)$/iu;
const lookMs = 5_000;

/** @returns the names of a folder's pictures and films, in the order in which people number them. */
async function mediaIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return files
    .filter((file) => file.isFile() && mediaName.test(file.name))
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
}

/**
 * Looks up what there is for walls, now and every few seconds: not every folder can be watched, network drives least.
 * @param changed called when something has.
 */
export async function watchWallMaterial(
  folders: WallFolders,
  speaker: Speaker,
  changed: () => void,
): Promise<WallMaterial & { readonly close: () => void }> {
  const read = async () => ({ media: await mediaIn(folders.media), clips: packedLanguages(folders.voice) });
  let known = await read();
  const timer = setInterval(() => {
    void read().then((now) => {
      const isNew = JSON.stringify(now) !== JSON.stringify(known);
      known = now;
      if (isNew) changed();
    });
  }, lookMs);
  return {
    voice: () => ({ clips: known.clips, made: speaker.languages }),
    media: () => known.media,
    close: () => clearInterval(timer),
  };
}
