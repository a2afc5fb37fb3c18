/** Reads `manifest.json`, the list of model sets, from beside this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelManifest } from './set.ts';
import type { ModelManifest, ModelSet } from './set.ts';

const MANIFEST = join(import.meta.dirname, 'manifest.json');

/** All model sets; throws a one-line error naming the file and the place if it is not as `set.ts` says. */
export function readManifest(path: string = MANIFEST): ModelManifest {
  const parsed = modelManifest.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a model manifest'}`);
}

/** The set with this id, or undefined. */
export const findSet = (manifest: ModelManifest, id: string): ModelSet | undefined =>
  manifest.sets.find((set) => set.id === id);
