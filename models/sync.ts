/**
 * Makes the files that the browser loads: `models/prepared/<set>/*.onnx` and `set.json`.
 * Run by `npm start` and by the tests before anything needs them, or by hand: `node models/sync.ts`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faceLandmark68 } from './convert/faceLandmark68.ts';
import { faceRecognition } from './convert/faceRecognition.ts';
import { tinyFaceDetector } from './convert/tinyFaceDetector.ts';
import { readWeights } from './convert/weights.ts';
import type { Weights } from './convert/weights.ts';
import { readManifest } from './manifest.ts';
import type { ModelFile, ModelSet } from './set.ts';

const converters: Record<ModelFile['converter'], (weights: Weights) => Uint8Array> = {
  tinyFaceDetector,
  faceLandmark68,
  faceRecognition,
};

export type Folders = {
  /** Where the packages are installed. */
  readonly packages: string;
  /** Where prepared sets go, one folder each. */
  readonly prepared: string;
};

const here: Folders = {
  packages: join(import.meta.dirname, '..', 'node_modules'),
  prepared: join(import.meta.dirname, 'prepared'),
};

/** Something is wrong with one file of a model; the message is one line that names it. */
export class ModelFileError extends Error {
  override name = 'ModelFileError';
}

type Expected = { readonly bytes: number; readonly sha256: string };

/** null: as expected. Otherwise what is wrong, in words. */
function wrongWith(content: Uint8Array, expected: Expected): string | null {
  if (content.length !== expected.bytes) return `has ${content.length} bytes instead of ${expected.bytes}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  return sha256 === expected.sha256 ? null : `is not the known file (sha256 ${sha256})`;
}

async function readSource(folders: Folders, source: ModelFile['sources'][number]): Promise<Uint8Array> {
  const path = join(folders.packages, source.package, source.path);
  const content = await readFile(path).catch((error: unknown) => {
    throw new ModelFileError(`Model file ${path} cannot be read; run npm ci.`, { cause: error });
  });
  const wrong = wrongWith(content, source);
  if (wrong !== null) throw new ModelFileError(`Model file ${path} ${wrong}; run npm ci.`);
  return content;
}

/** Writes beside the target and renames, so that nobody ever sees half a file. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new ModelFileError(`Model file ${path} cannot be written: ${String(error)}`, { cause: error });
  }
}

async function prepareFile(folders: Folders, folder: string, file: ModelFile): Promise<void> {
  const path = join(folder, file.name);
  const present = await readFile(path).catch(() => null);
  if (present !== null && wrongWith(present, file) === null) return;
  const contents = await Promise.all(file.sources.map((source) => readSource(folders, source)));
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
  for (const file of set.files) await prepareFile(folders, folder, file);
  const description = `${JSON.stringify(set, null, 2)}\n`;
  const path = join(folder, 'set.json');
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present !== description) await writeWhole(path, description);
}

/**
 * Prepares every set of `manifest.json`. What is already there and right (by sha256) is left alone.
 * Throws a ModelFileError with one line naming the file if a source is missing or wrong.
 */
export async function prepareModels(folders: Folders = here): Promise<void> {
  for (const set of readManifest().sets) await prepareSet(folders, set);
}

if (import.meta.main) {
  await prepareModels().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
