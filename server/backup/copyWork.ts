import { chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CopyFacts, Erased } from '../db/copies.ts';
import { eraseInCopy, inspectCopy } from '../db/copies.ts';
import type { Vault } from '../usecases/ports.ts';
import { settleFile, settleFolder } from '../wholeFile.ts';
import { partOf } from './files.ts';

/** What takes long with a large backup: to look it over, and to erase people from it, after which it is looked over. */
export type CopyWork =
  | { readonly kind: 'inspect'; readonly file: string }
  | { readonly kind: 'erase'; readonly file: string; readonly erased: readonly Erased[] };

/** Puts a finished file in its place, for its owner only. */
export function moveIn(part: string, file: string): void {
  chmodSync(part, 0o600);
  settleFile(part);
  renameSync(part, file);
  settleFolder(dirname(file));
}

/** Lets `make` write a new content of a file, looks that over, and only then puts it in its place. */
export function replaceCopy(file: string, vault: Vault, make: (part: string) => void): CopyFacts {
  const part = partOf(file);
  rmSync(part, { force: true });
  try {
    copyFileSync(file, part);
    make(part);
    const found = inspectCopy(part, vault);
    moveIn(part, file);
    return found;
  } finally {
    rmSync(part, { force: true });
  }
}

/** @throws BadCopy, or what kept it from being written. */
export function doCopyWork(work: CopyWork, vault: Vault): CopyFacts {
  if (work.kind === 'inspect') return inspectCopy(work.file, vault);
  return replaceCopy(work.file, vault, (part) => eraseInCopy(part, work.erased));
}
