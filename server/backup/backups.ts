import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Millis } from '../../shared/domain/ids.ts';
import { keptBackups } from '../../shared/domain/keptBackups.ts';
import {
  ageOfCopy,
  BadCopy,
  copyInUse,
  eraseInCopy,
  erasedIn,
  inspectCopy,
  lastErased,
} from '../db/copies.ts';
import type { CopyFacts } from '../db/copies.ts';
import type { Db } from '../db/open.ts';
import { newestSchema } from '../db/open.ts';
import type { BackupReason, Backups, BackupTrouble } from '../usecases/keepingStore.ts';
import type { Vault } from '../usecases/ports.ts';
import { settleFile, settleFolder } from '../wholeFile.ts';
import { backupFile, listBackups, partOf, removeBackup, removeUnfinished, writeManifest } from './files.ts';

/** What backups are made of and where they go. */
export type BackupsOf = {
  readonly db: Db;
  readonly vault: Vault;
  readonly folder: string;
  readonly timeZone: () => string;
  readonly now: () => Millis;
  readonly log: Pick<Logger, 'error'>;
};

/** Puts a finished file in its place, for its owner only. */
function moveIn(part: string, file: string): void {
  chmodSync(part, 0o600);
  settleFile(part);
  renameSync(part, file);
  settleFolder(dirname(file));
}

/** Lets `make` write a new content of a file, looks that over, and only then puts it in its place. */
export function replaceCopy(file: string, vault: Vault, make: (part: string) => void): void {
  const part = partOf(file);
  rmSync(part, { force: true });
  try {
    copyFileSync(file, part);
    make(part);
    inspectCopy(part, vault);
    moveIn(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Makes one backup and looks it over.
 * @param copy writes the database to a file.
 * @throws what kept it from being written, or BadCopy.
 */
export async function makeBackup(
  { folder, vault }: Pick<BackupsOf, 'folder' | 'vault'>,
  why: BackupReason,
  madeAt: Millis,
  copy: (file: string) => Promise<void> | void,
): Promise<CopyFacts> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const file = backupFile(folder, madeAt);
  const part = partOf(file);
  try {
    await copy(part);
    const facts = inspectCopy(part, vault);
    const { schema, audit } = facts;
    // First, since a copy without it would be one whose past nobody knows.
    writeManifest(file, { madeAt, why, schema, audit: audit?.head ?? null }, vault);
    moveIn(part, file);
    return facts;
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Erases from every backup whoever was erased since it was made. One in which that cannot be done goes: it is damaged, or
 * of an earlier release.
 */
function eraseInBackups({ db, vault, folder, log }: BackupsOf): void {
  const erased = erasedIn(db);
  const last = lastErased(db) ?? 0;
  for (const { file } of listBackups(folder)) {
    try {
      const { schema, erasedTo } = ageOfCopy(file);
      if ((erasedTo ?? 0) >= last) continue;
      if (schema < newestSchema()) removeBackup(file);
      else replaceCopy(file, vault, (part) => eraseInCopy(part, erased));
    } catch (error) {
      if (!(error instanceof BadCopy)) throw error;
      log.error({ file, why: error.message }, 'backup removed');
      removeBackup(file);
    }
  }
}

function troubleOf(error: unknown): BackupTrouble {
  if (error instanceof BadCopy) return 'damaged';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'EFBIG'].includes(code)) return 'noRoom';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  const closed = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'];
  return closed.some((one) => code.startsWith(one)) ? 'notWritable' : 'failed';
}

/** Backups of a database in use. */
export function makeBackups(of: BackupsOf): Backups {
  const { db, folder, timeZone, now, log } = of;
  let trouble: BackupTrouble | null = null;
  let auditIntact = true;
  let lastAt = listBackups(folder)[0]?.madeAt ?? null;
  let running: Promise<boolean> | null = null;

  const run = async (why: BackupReason): Promise<boolean> => {
    try {
      const madeAt = now();
      const { audit } = await makeBackup(of, why, madeAt, (file) => copyInUse(db, file));
      lastAt = madeAt;
      auditIntact = audit?.intact ?? false;
      const backups = listBackups(folder);
      const kept = keptBackups(backups, timeZone());
      for (const backup of backups) if (!kept.has(backup)) removeBackup(backup.file);
      eraseInBackups(of);
      trouble = null;
      if (!auditIntact) log.error('the audit was changed from outside; npm run audit -- verify says where');
      return true;
    } catch (error) {
      trouble = troubleOf(error);
      log.error({ err: error }, 'backup');
      return false;
    }
  };
  return {
    list: () => listBackups(folder),
    state: () => ({ lastAt, trouble, auditIntact }),
    make: (why) => {
      running ??= run(why).finally(() => {
        running = null;
      });
      return running;
    },
  };
}
