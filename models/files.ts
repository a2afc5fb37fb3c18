/** Model files on disk: known by size and sha256, and never half there. */
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelSet } from './set.ts';

/** Something is wrong with one file of a model; the message is one line that names it. */
export class ModelFileError extends Error {
  override name = 'ModelFileError';
}

type Expected = { readonly bytes: number; readonly sha256: string };

/** null: as expected. Otherwise what is wrong, in words. */
export function wrongWith(content: Uint8Array, expected: Expected): string | null {
  if (content.length !== expected.bytes) return `has ${content.length} bytes instead of ${expected.bytes}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  return sha256 === expected.sha256 ? null : `is not the known file (sha256 ${sha256})`;
}

/** Writes beside the target and renames, so that nobody ever sees half a file. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new ModelFileError(`Model file ${path} cannot be written: ${String(error)}`, { cause: error });
  }
}

/** Whether the file is there and is the known one. */
export async function isRight(path: string, expected: Expected): Promise<boolean> {
  const present = await readFile(path).catch(() => null);
  return present !== null && wrongWith(present, expected) === null;
}

/** Names of the set's files that are not, or not rightly, in its folder below `prepared`. */
export async function missingFiles(prepared: string, set: ModelSet): Promise<string[]> {
  const missing: string[] = [];
  for (const file of set.files)
    if (!(await isRight(join(prepared, set.id, file.name), file))) missing.push(file.name);
  return missing;
}

const DESCRIPTION = 'set.json';

/** Puts the description that browsers read beside a set's files if all are there; else takes an old one away. */
export async function describeSet(prepared: string, set: ModelSet): Promise<void> {
  const path = join(prepared, set.id, DESCRIPTION);
  const complete = (await missingFiles(prepared, set)).length === 0;
  const description = `${JSON.stringify(set, null, 2)}\n`;
  const present = await readFile(path, 'utf8').catch(() => null);
  if (complete && present !== description) await writeWhole(path, description);
  if (!complete) await rm(path, { force: true });
}
