/**
 * Makes the files that the browser loads: `models/prepared/<set>/*.onnx` and `set.json`.
 * Run by `npm start` and by the tests before anything needs them, or by hand: `node models/sync.ts`. Sets whose files
 * are published elsewhere are fetched by `models/cli.ts` only; here they are checked.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faceLandmark68 } from './convert/faceLandmark68.ts';
import { faceRecognition } from './convert/faceRecognition.ts';
import { faceres } from './convert/faceres.ts';
import { tinyFaceDetector } from './convert/tinyFaceDetector.ts';
import { readWeights } from './convert/weights.ts';
import type { Weights } from './convert/weights.ts';
import { describeSet, isRight, ModelFileError, writeWhole, wrongWith } from './files.ts';
import { readManifest } from './manifest.ts';
import type { ConvertedFile, ModelSet } from './set.ts';

const converters: Record<ConvertedFile['converter'], (weights: Weights) => Uint8Array> = {
  tinyFaceDetector,
  faceLandmark68,
  faceRecognition,
  faceres,
};

export type Folders = {
  /** Where the packages are installed. */
  readonly packages: string;
  /** Where prepared sets go, one folder each. */
  readonly prepared: string;
};

/** The project's own folders. */
export const ownFolders: Folders = {
  packages: join(import.meta.dirname, '..', 'node_modules'),
  prepared: join(import.meta.dirname, 'prepared'),
};

async function readSource(folders: Folders, source: ConvertedFile['sources'][number]): Promise<Uint8Array> {
  const path = join(folders.packages, source.package, source.path);
  const content = await readFile(path).catch((error: unknown) => {
    throw new ModelFileError(`Model file ${path} cannot be read; run npm ci.`, { cause: error });
  });
  const wrong = wrongWith(content, source);
  if (wrong !== null) throw new ModelFileError(`Model file ${path} ${wrong}; run npm ci.`);
  return content;
}

async function prepareFile(folders: Folders, folder: string, file: ConvertedFile): Promise<void> {
  const path = join(folder, file.name);
  if (await isRight(path, file)) return;
  const contents: Uint8Array[] = [];
  // One after another, so that of several that are wrong the first is named.
  for (const source of file.sources) contents.push(await readSource(folders, source));
  const manifest = contents[file.sources.findIndex(({ path: name }) => name.endsWith('.json'))];
  const binary = contents[file.sources.findIndex(({ path: name }) => name.endsWith('.bin'))];
  if (manifest === undefined || binary === undefined)
    throw new ModelFileError(`Model file ${file.name} needs a .json and a .bin source.`);
  const made = converters[file.converter](readWeights(new TextDecoder().decode(manifest), binary));
  const wrong = wrongWith(made, file);
  if (wrong !== null) throw new ModelFileError(`Model file ${file.name}, as converted, ${wrong}.`);
  await writeWhole(path, made);
}

async function prepareSet(folders: Folders, set: ModelSet): Promise<void> {
  const folder = join(folders.prepared, set.id);
  await mkdir(folder, { recursive: true });
  for (const file of set.files) if ('converter' in file) await prepareFile(folders, folder, file);
  await describeSet(folders.prepared, set);
}

/**
 * Prepares every set of `manifest.json`. What is already there and right (by sha256) is left alone.
 * Throws a ModelFileError with one line naming the file if a source is missing or wrong.
 */
export async function prepareModels(folders: Folders = ownFolders): Promise<void> {
  for (const set of readManifest().sets) await prepareSet(folders, set);
}

if (import.meta.main) {
  await prepareModels().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
