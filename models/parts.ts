/** The parts of a model set that it works without. Pure. */
import type { ModelSet } from './set.ts';

/** Names of the files that the set works without. */
export const optionalFiles = ({ liveness: passive }: ModelSet): readonly string[] =>
  passive?.networks.map((network) => network.file) ?? [];

/** The set without the parts that need any of these files. @param missing some of `optionalFiles`. */
export function withoutFiles(set: ModelSet, missing: readonly string[]): ModelSet {
  if (missing.length === 0) return set;
  const { liveness: passive, ...rest } = set;
  const parts = new Set(passive?.networks.map((network) => network.file));
  return { ...rest, files: set.files.filter(({ name }) => !parts.has(name)) };
}
