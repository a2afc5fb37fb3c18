import { chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CopyFacts, Erased } from '../db/copies.ts';
import { eraseInCopy, inspectCopy } from '../db/copies.ts';
import type { Vault } from '../usecases/ports.ts';
import { settleFile, settleFolder } from '../wholeFile.ts';
import { partOf } from './files.ts';

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

function renew(file: string, part: string, vault: Vault, change: (part: string) => void): CopyFacts {
  copyFileSync(file, part);
  change(part);
  return finish(part, vault);
}

/** Puts a finished copy in its place. */
export function moveIn(part: string, file: string): void {
  renameSync(part, file);
  settleFolder(dirname(file));
}

/** Lets `change` change a copy of a backup, looks that over, and only then puts it in its place. */
export function replaceCopy(file: string, vault: Vault, change: (part: string) => void): void {
  const part = partOf(file);
  try {
    renew(file, part, vault, change);
    moveIn(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** @throws BadCopy, or what kept it from being written; then part of a copy may be left. */
export function doCopyWork(work: CopyWork, vault: Vault): CopyFacts {
  switch (work.kind) {
    case 'inspect':
      return inspectCopy(work.file, vault);
    case 'finish':
      return finish(work.file, vault);
    case 'erase':
      return renew(work.file, work.part, vault, (part) => eraseInCopy(part, work.erased));
  }
}
