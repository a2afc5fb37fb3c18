import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeBackup } from './backup/backups.ts';
import { listBackups } from './backup/files.ts';
import { isWhole } from './db/copies.ts';
import { copyAtOnce } from './db/copying.ts';
import type { Db } from './db/open.ts';
import { Damaged, migrate, newestSchema, openAsIs, schemaOf } from './db/open.ts';
import { keyDigestIn } from './db/keyDigest.ts';
import type { AskPassphrase, OpenKeys } from './keys/file.ts';
import { loadKeys } from './keys/file.ts';
import { officeFiles } from './officeFiles.ts';
import { StartError } from './startError.ts';
import type { Vault } from './usecases/ports.ts';
import { digestOfKey, makeVault } from './vault.ts';

/** An office's database with the keys that open what is sealed in it. */
export type OpenOffice = {
  readonly db: Db;
  readonly keys: OpenKeys;
  readonly vault: Vault;
  /** Whether there was no office in it before. */
  readonly isNew: boolean;
};

/** How to come by what is needed to open an office. */
export type Opening = {
  readonly data: string;
  readonly ask: AskPassphrase;
  readonly now: () => number;
  /** How long to wait for another program that has the database, ms; absent: not at all. */
  readonly lockPatienceMs?: number;
};

/** Names the last good backup to whoever finds the database damaged. It is never put back unasked: what came after would be gone. */
function offerBackup(error: unknown, data: string): unknown {
  if (!(error instanceof Damaged)) return error;
  const { db, backups } = officeFiles(data);
  const good = listBackups(backups).find(({ file }) => isWhole(file));
  if (good === undefined)
    return new Damaged(
      `The database ${db} is damaged, and in ${backups} is no backup that could be put back.`,
    );
  const when = new Date(good.madeAt).toLocaleString('sv');
  return new Damaged(
    `The database ${db} is damaged. The last good backup is of ${when}; put it back with: npm run backup -- restore ${good.file} --data ${data}`,
  );
}

const againMs = 200;
const isInUse = (error: unknown): boolean =>
  error instanceof StartError && /is in use by another program/u.test(error.message);

async function openDatabase({ data, lockPatienceMs = 0 }: Opening): Promise<Db> {
  const end = performance.now() + lockPatienceMs;
  for (;;)
    try {
      return openAsIs(officeFiles(data).db);
    } catch (error) {
      if (!isInUse(error) || performance.now() > end) throw offerBackup(error, data);
      await sleep(againMs);
    }
}

/** Backs a database up before its schema is changed. @throws StartError, after which it is as it was. */
async function backUpFirst(db: Db, vault: Vault, { data, now }: Opening): Promise<void> {
  const { backups: folder } = officeFiles(data);
  try {
    await makeBackup({ folder, vault }, 'migration', now(), (file) => copyAtOnce(db, file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The database has to be changed for this version, and no backup could be made before (${why}). Make room in ${folder}, or let it be written.`,
    );
  }
}

/**
 * Opens an office's data, bringing them up to this release, after a backup if that changes anything.
 * @throws StartError, after which nothing is left open.
 */
export async function openOffice(opening: Opening): Promise<OpenOffice> {
  const files = officeFiles(opening.data);
  const db = await openDatabase(opening);
  try {
    const known = keyDigestIn(db);
    const keys = await loadKeys(files.key, known === null, opening.ask);
    const isRight = known === null || keys.ring.seal.some((key) => digestOfKey(key).equals(known));
    if (!isRight)
      throw new StartError(`The key file ${files.key} is not the one of this office; restore the right one.`);
    const vault = makeVault(keys.ring);
    if (schemaOf(db) > 0 && schemaOf(db) < newestSchema()) await backUpFirst(db, vault, opening);
    migrate(db);
    return { db, keys, vault, isNew: known === null };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The same for a tool, which needs an office that is there. @throws StartError also if there is none. */
export async function openExisting(opening: Opening): Promise<OpenOffice> {
  const { db: file } = officeFiles(opening.data);
  if (!existsSync(file)) throw new StartError(`There is no office in ${opening.data}.`);
  const office = await openOffice(opening);
  if (!office.isNew) return office;
  office.db.close();
  throw new StartError(`There is no office in ${opening.data}.`);
}
