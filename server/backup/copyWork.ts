import { chmodSync, copyFileSync } from 'node:fs';
import type { CopyFacts, Erased } from '../db/copies.ts';
import { eraseInCopy, inspectCopy } from '../db/copies.ts';
import type { Vault } from '../usecases/ports.ts';
import { settleFile } from '../wholeFile.ts';

/** What takes long with a large backup. None of it changes a backup: what comes of it is put in its place afterwards. */
export type CopyWork =
  | { readonly kind: 'inspect'; readonly file: string }
  /** Of a copy that was just made: looks it over, and brings it to the disk. */
  | { readonly kind: 'finish'; readonly file: string }
  /** Makes a copy of a backup in `part`, without these people, and finishes that. */
  | {
      readonly kind: 'erase';
      readonly file: string;
      readonly part: string;
      readonly erased: readonly Erased[];
    };

/** Does it at once, or aside. */
export type Work = (work: CopyWork) => CopyFacts | Promise<CopyFacts>;

function finish(part: string, vault: Vault): CopyFacts {
  const found = inspectCopy(part, vault);
  chmodSync(part, 0o600);
  settleFile(part);
  return found;
}

/** Makes a copy of a backup in `part`, lets `change` change that, and finishes it. */
export function changeCopy(file: string, part: string, vault: Vault, change: () => void): CopyFacts {
  copyFileSync(file, part);
  change();
  return finish(part, vault);
}

/** @throws BadCopy, or what kept it from being written; then part of a copy may be left. */
export function doCopyWork(work: CopyWork, vault: Vault): CopyFacts {
  switch (work.kind) {
    case 'inspect':
      return inspectCopy(work.file, vault);
    case 'finish':
      return finish(work.file, vault);
    case 'erase':
      return changeCopy(work.file, work.part, vault, () => eraseInCopy(work.part, work.erased));
  }
}
