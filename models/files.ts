/** Model files on disk: known by size and sha256, and never half there. */
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionalFiles, withoutFiles } from './parts.ts';
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

export type Missing = {
  /** Without these the set does not work. */
  readonly needed: readonly string[];
  /** It works without these (`optionalFiles`). */
  readonly optional: readonly string[];
};

/** Names of the set's files that are not, or not rightly, in its folder below `prepared`. */
export async function missingFiles(prepared: string, set: ModelSet): Promise<Missing> {
  const optional = new Set(optionalFiles(set));
  const missing: string[] = [];
  for (const file of set.files)
    if (!(await isRight(join(prepared, set.id, file.name), file))) missing.push(file.name);
  return {
    needed: missing.filter((name) => !optional.has(name)),
    optional: missing.filter((name) => optional.has(name)),
  };
}

const DESCRIPTION = 'set.json';

/**
 * Puts the description that browsers read beside a set's files, of those parts whose files are there; takes an old one
 * away if the set does not work without what is missing.
 */
export async function describeSet(prepared: string, set: ModelSet): Promise<void> {
  const path = join(prepared, set.id, DESCRIPTION);
  const { needed, optional } = await missingFiles(prepared, set);
  const description = `${JSON.stringify(withoutFiles(set, optional), null, 2)}\n`;
  const present = await readFile(path, 'utf8').catch(() => null);
  const complete = needed.length === 0;
  if (complete && present !== description) await writeWhole(path, description);
  if (!complete) await rm(path, { force: true });
}
