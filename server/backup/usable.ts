import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CopyFacts } from '../db/copies.ts';
import { BadCopy, inspectCopy } from '../db/copies.ts';
import { keyDigestIn } from '../db/keyDigest.ts';
import type { Backups } from '../usecases/keepingStore.ts';
import type { BackupsOf } from './backups.ts';
import { listBackups } from './files.ts';

/** A file as it was when it was looked over; null: it cannot be used. */
type Looked = { readonly file: string; readonly as: string; readonly facts: CopyFacts | null };

const asOf = (file: string): string => {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs} ${size}`;
};

/** Tells which backups can be put back. @param inspect beside everything else. */
export function usableBackups(
  { db, vault, folder }: Pick<BackupsOf, 'db' | 'vault' | 'folder'>,
  inspect: (file: string) => Promise<CopyFacts>,
): Pick<Backups, 'lookOver' | 'isUsable'> {
  /** The last that was looked over. Whoever puts it back looks it over once more, when the server is closed. */
  let looked: Looked | null = null;
  const nullIfBad = (error: unknown): null => {
    if (error instanceof BadCopy) return null;
    throw error;
  };
  const inspectNow = (file: string): CopyFacts | null => {
    try {
      return inspectCopy(file, vault);
    } catch (error) {
      return nullIfBad(error);
    }
  };
  return {
    lookOver: async (name) => {
      const file = listBackups(folder).find((one) => basename(one.file) === name)?.file;
      if (file === undefined) return;
      const as = asOf(file);
      looked = { file, as, facts: await inspect(file).catch(nullIfBad) };
    },
    isUsable: ({ file }) => {
      const isKnown = looked?.file === file && looked.as === asOf(file);
      const facts = isKnown ? looked?.facts : inspectNow(file);
      const key = keyDigestIn(db);
      return key !== null && facts?.keyDigest.equals(key) === true;
    },
  };
}
