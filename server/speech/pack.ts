import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../shared/contract/schemas.ts';
import { everyPiece } from '../../shared/i18n/speech/call.ts';
import type { Speaker } from './espeak.ts';

/** A clip pack: `manifest.json` and one recording for each piece of speech. */
const fileName = z.string().regex(/^[A-Za-z0-9-]+\.(wav|mp3|ogg|opus|m4a)$/);
const manifest = z.strictObject({ clips: z.record(z.string(), fileName) });

const kinds = ['.wav', '.mp3', '.ogg', '.opus', '.m4a'];
export const manifestName = 'manifest.json';

/** @returns the pieces a folder has no recording of; null if it holds no pack at all. */
export function missingOf(folder: string, language: Language): readonly string[] | null {
  const file = join(folder, manifestName);
  if (!existsSync(file)) return null;
  const parsed = manifest.safeParse(readJson(file));
  if (!parsed.success) return null;
  const { clips } = parsed.data;
  return everyPiece(language)
    .map(({ clip }) => clip)
    .filter((clip) => clips[clip] === undefined || !existsSync(join(folder, clips[clip])));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The languages of which `folder` holds a whole pack, in a folder each. */
export const packedLanguages = (folder: string): readonly Language[] =>
  (['vi', 'en'] as const).filter((language) => missingOf(join(folder, language), language)?.length === 0);

/**
 * Writes the manifest for the recordings in a folder, each named after its piece.
 * @returns the pieces that are missing; the pack is used only when there are none.
 */
export async function packRecordings(folder: string, language: Language): Promise<readonly string[]> {
  const recordings = new Map(
    readdirSync(folder)
      .filter((file) => kinds.includes(extname(file).toLowerCase()))
      .map((file) => [basename(file, extname(file)), file]),
  );
  const clips = Object.fromEntries(
    everyPiece(language).flatMap(({ clip }) => {
      const file = recordings.get(clip);
      return file === undefined ? [] : [[clip, file] as const];
    }),
  );
  await writeFile(join(folder, manifestName), `${JSON.stringify({ clips }, null, 2)}\n`);
  return missingOf(folder, language) ?? [];
}

/** Records every piece with a voice of this machine. */
export async function recordPack(folder: string, language: Language, speaker: Speaker): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { clip, text } of everyPiece(language))
    await writeFile(join(folder, `${clip}.wav`), await speaker.say(language, text));
}
