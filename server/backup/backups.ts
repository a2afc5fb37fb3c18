import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Logger } from 'pino';
import type { Millis } from '../../shared/domain/ids.ts';
import { keptBackups } from '../../shared/domain/keptBackups.ts';
import { BadCopy } from '../db/copies.ts';
import type { CopyFacts } from '../db/copies.ts';
import { copyInUse } from '../db/copying.ts';
import type { Db } from '../db/open.ts';
import { newestSchema } from '../db/open.ts';
import type { BackupReason } from '../../shared/contract/views/keeping.ts';
import type { BackupRecord, Backups, BackupTrouble } from '../usecases/keepingStore.ts';
import type { OpenKeys } from '../keys/file.ts';
import type { Vault } from '../usecases/ports.ts';
import { workAside } from './aside.ts';
import type { CopyWork, Work } from './copyWork.ts';
import { doCopyWork } from './copyWork.ts';
import { eraseInBackups } from './erasing.ts';
import {
  backupFile,
  listBackups,
  readManifest,
  removeBackup,
  removeUnfinished,
  renewFile,
  writeManifest,
} from './files.ts';
import type { Putting } from './putting.ts';
import { usableBackups } from './usable.ts';

/** What backups are made of and where they go. */
export type BackupsOf = {
  readonly db: Db;
  readonly vault: Vault;
  readonly keys: Pick<OpenKeys, 'ring'>;
  readonly folder: string;
  readonly timeZone: () => string;
  readonly now: () => Millis;
  readonly log: Pick<Logger, 'error'>;
  /** Called when one has been begun or is over. */
  readonly changed: () => void;
  readonly putting: Putting;
};

/** Backups are called by their time: one never takes another's place, also where a clock stands still. */
function freeMoment(folder: string, now: Millis): Millis {
  let at = now;
  while (existsSync(backupFile(folder, at))) at += 1;
  return at;
}

/**
 * Makes one backup and looks it over.
 * @param copy writes the database to a file.
 * @param work at once, or aside.
 * @throws what kept it from being written, or BadCopy.
 */
export async function makeBackup(
  { folder, vault }: Pick<BackupsOf, 'folder' | 'vault'>,
  why: BackupReason,
  now: Millis,
  copy: (file: string) => Promise<void> | void,
  work: Work = (wanted) => doCopyWork(wanted, vault),
): Promise<CopyFacts & BackupRecord> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const madeAt = freeMoment(folder, now);
  const file = backupFile(folder, madeAt);
  const facts = await renewFile(file, async (part) => {
    await copy(part);
    const found = await work({ kind: 'finish', file: part });
    const { schema, audit } = found;
    // First, since a copy without it would be one whose past nobody knows.
    writeManifest(file, { madeAt, why, schema, audit: audit?.head ?? null }, vault);
    return found;
  });
  return { ...facts, file, madeAt };
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
export function makeBackups(of: BackupsOf): Backups & { readonly end: () => Promise<void> } {
  const { db, vault, keys, folder, timeZone, now, log, changed, putting } = of;
  const work = (wanted: CopyWork): Promise<CopyFacts> => workAside(wanted, keys.ring);
  let trouble: BackupTrouble | null = null;
  let auditIntact = true;
  let lastAt = listBackups(folder)[0]?.madeAt ?? null;
  let running: Promise<boolean> | null = null;

  const run = async (why: BackupReason): Promise<boolean> => {
    try {
      const copy = (file: string): Promise<void> => copyInUse(db, file);
      const { audit, madeAt } = await makeBackup(of, why, now(), copy, work);
      lastAt = madeAt;
      auditIntact = audit?.intact ?? false;
      const backups = listBackups(folder);
      const kept = keptBackups(backups, timeZone(), madeAt);
      for (const backup of backups) if (!kept.has(backup)) removeBackup(backup.file);
      await eraseInBackups(of, work);
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
    folder,
    schema: newestSchema(),
    describe: ({ file }) => {
      const noted = readManifest(file, vault);
      return {
        name: basename(file),
        bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
        facts: noted && { why: noted.why, schema: noted.schema },
      };
    },
    isMaking: () => running !== null,
    ...usableBackups(of, (file) => work({ kind: 'inspect', file })),
    putBack: ({ file }, wish) => putting.begin(file, wish),
    isPuttingBack: putting.isComing,
    lastPutBack: () => putting.last,
    make: (why) => {
      if (running !== null) return running;
      running = run(why).finally(() => {
        running = null;
        changed();
      });
      changed();
      return running;
    },
    end: async () => {
      await running;
    },
  };
}
