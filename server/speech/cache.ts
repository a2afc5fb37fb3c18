import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Some days of calls at a large office; about 140 MB. */
export const sentencesKept = 500;

/** Removes the oldest sentences of a folder, so that `kept` are left. */
export async function forgetOldest(folder: string, kept: number): Promise<void> {
  const files = (await readdir(folder))
    .filter((file) => file.endsWith('.wav'))
    .map((file) => join(folder, file));
  if (files.length <= kept) return;
  const aged = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const oldest = aged.toSorted((a, b) => a.at - b.at).slice(0, files.length - kept);
  await Promise.all(oldest.map(({ file }) => rm(file, { force: true })));
}
