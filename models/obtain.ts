/** Brings the files of a set that no package carries: from their addresses, or from a folder (a USB stick). */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeSet, isRight, ModelFileError, writeWhole, wrongWith } from './files.ts';
import type { ModelSet, PublishedFile } from './set.ts';

/** Told while a file comes: how many of its bytes are there. */
export type Progress = (file: PublishedFile, bytes: number) => void;

/** The files of a set that are fetched as they are, not converted here. */
export const publishedFiles = (set: ModelSet): PublishedFile[] =>
  set.files.filter((file): file is PublishedFile => 'url' in file);

/** Verifies and stores one file; throws a ModelFileError naming `from` if it is not the known one. */
async function store(
  prepared: string,
  set: ModelSet,
  file: PublishedFile,
  content: Uint8Array,
  from: string,
): Promise<void> {
  const wrong = wrongWith(content, file);
  if (wrong !== null) throw new ModelFileError(`Model file ${from} ${wrong}; nothing was changed.`);
  await mkdir(join(prepared, set.id), { recursive: true });
  await writeWhole(join(prepared, set.id, file.name), content);
}

async function download(
  file: PublishedFile & { readonly url: string },
  progress: Progress,
  ask: typeof fetch,
): Promise<Uint8Array> {
  const fail = (why: string, cause?: unknown): never => {
    throw new ModelFileError(`Model file ${file.url} ${why}.`, { cause });
  };
  const response = await ask(file.url).catch((error: unknown) => fail('cannot be fetched', error));
  if (!response.ok || response.body === null) return fail(`was answered with ${response.status}`);
  const content = new Uint8Array(file.bytes);
  let at = 0;
  // A file larger than the known one is given up at once, whatever the server goes on sending.
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      if (at + chunk.length > file.bytes) return fail(`has more than ${file.bytes} bytes`);
      content.set(chunk, at);
      at += chunk.length;
      progress(file, at);
    }
  } catch (error) {
    if (error instanceof ModelFileError) throw error;
    fail(`broke off after ${at} bytes`, error);
  }
  return content.subarray(0, at);
}

const canBeFetched = (file: PublishedFile): file is PublishedFile & { readonly url: string } =>
  file.url !== null;

/**
 * Downloads what of the set is not there yet.
 * @returns the files that are still not there because nobody publishes them as they are: they have to be imported.
 * @throws ModelFileError naming the first file that fails.
 */
export async function getSet(
  prepared: string,
  set: ModelSet,
  progress: Progress,
  ask: typeof fetch = fetch,
): Promise<PublishedFile[]> {
  const unpublished: PublishedFile[] = [];
  for (const file of publishedFiles(set)) {
    if (await isRight(join(prepared, set.id, file.name), file)) continue;
    if (!canBeFetched(file)) unpublished.push(file);
    else await store(prepared, set, file, await download(file, progress, ask), file.url);
  }
  await describeSet(prepared, set);
  return unpublished;
}

/**
 * Copies the set's files from a folder, where each has its published or its own name.
 * @returns names of files that were not in the folder and are not there yet.
 * @throws ModelFileError naming the first file that is not the known one; it is not copied.
 */
export async function importSet(prepared: string, set: ModelSet, folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (const file of publishedFiles(set)) {
    const found = await Promise.all(
      [file.publishedAs, file.name].map(async (name) => {
        const path = join(folder, name);
        return { path, content: await readFile(path).catch(() => null) };
      }),
    );
    const one = found.find(({ content }) => content !== null);
    if (one?.content) await store(prepared, set, file, one.content, one.path);
    else if (!(await isRight(join(prepared, set.id, file.name), file))) missing.push(file.publishedAs);
  }
  await describeSet(prepared, set);
  return missing;
}
