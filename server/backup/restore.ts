import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { BadCopy, erasedIn, inspectCopy } from '../db/copies.ts';
import { copyAtOnce } from '../db/copying.ts';
import { givenIn } from '../db/given.ts';
import { openDb } from '../db/open.ts';
import { salvage } from '../db/salvage.ts';
import { sessionsIn } from '../db/sessions.ts';
import { loadKeys } from '../keys/file.ts';
import { officeFiles } from '../officeFiles.ts';
import type { Opening } from '../openOffice.ts';
import { openExisting } from '../openOffice.ts';
import { StartError } from '../startError.ts';
import type { Vault } from '../usecases/ports.ts';
import { digestOfKey, makeVault } from '../vault.ts';
import { moveIn, settleFile } from '../wholeFile.ts';
import { makeBackup } from './backups.ts';
import { madeAtOf, readManifest } from './files.ts';
import type { Before, Unknown } from './outlast.ts';
import { makeFit, unknownOf } from './outlast.ts';

const logsOf = (file: string): string[] => [`${file}-wal`, `${file}-shm`];

/** Copies a database that cannot be read to a place beside it, with its log. */
function putAside(file: string, at: number): string {
  const aside = `${file}.damaged-${new Date(at).toISOString().replaceAll(/[:.]/gu, '-')}`;
  copyFileSync(file, aside);
  for (const log of logsOf(file)) if (existsSync(log)) copyFileSync(log, `${aside}${log.slice(file.length)}`);
  return aside;
}

/** Keeps what is there now. @throws StartError if a server is using it. */
async function keepPresent(opening: Opening, vault: Vault): Promise<Before> {
  const { db: file, backups: folder } = officeFiles(opening.data);
  if (!existsSync(file)) return { kind: 'none' };
  let office: Awaited<ReturnType<typeof openExisting>>;
  try {
    office = await openExisting(opening);
  } catch (error) {
    if (error instanceof StartError && /damaged/u.test(error.message))
      return { kind: 'putAside', file: putAside(file, opening.now()), ...salvage(file) };
    throw error;
  }
  try {
    const { db } = office;
    const made = await makeBackup({ folder, vault }, 'restore', opening.now(), (copy) =>
      copyAtOnce(db, copy),
    );
    return {
      kind: 'backedUp',
      file: made.file,
      erased: erasedIn(db),
      given: givenIn(db),
      sessions: sessionsIn(db),
    };
  } finally {
    office.db.close();
  }
}

/**
 * Looks a backup over with the office's keys.
 * @returns when it was made, and whether what was written down beside it is there and fits.
 * @throws BadCopy if it cannot be used; StartError if it is not there or the keys cannot be had.
 */
export async function lookOver(
  { data, ask }: Opening,
  file: string,
): Promise<{ readonly vault: Vault; readonly madeAt: number; readonly isNoted: boolean }> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const { ring } = await loadKeys(officeFiles(data).key, false, ask);
  const vault = makeVault(ring);
  const { keyDigest, audit } = inspectCopy(file, vault);
  if (!ring.seal.some((key) => digestOfKey(key).equals(keyDigest)))
    throw new BadCopy('it is sealed with another key than the one in the key file');
  const manifest = readManifest(file, vault);
  const isNoted =
    manifest !== null && (manifest.audit === null || manifest.audit.chain === audit?.head?.chain);
  return { vault, madeAt: manifest?.madeAt ?? madeAtOf(basename(file)) ?? 0, isNoted };
}

/**
 * Puts a backup in the place of an office's database, after backing that up; whoever was erased since stays erased, and
 * numbers handed out since are not handed out again: where they cannot be read, a good many are passed over. What is there is only replaced when what comes is whole and on disk.
 * The server must not run.
 * @param by the login of whoever wants it, for the audit; null at the command line.
 * @throws BadCopy or StartError, after which everything is as it was.
 */
export async function restore(
  opening: Opening,
  file: string,
  by: string | null = null,
): Promise<{ readonly before: Before; readonly madeAt: number } & Unknown> {
  const { vault, madeAt } = await lookOver(opening, file);
  const before = await keepPresent(opening, vault);
  const { db: place, backups } = officeFiles(opening.data);
  const next = `${place}.restored`;
  for (const old of [next, ...logsOf(next)]) rmSync(old, { force: true });
  copyFileSync(file, next);
  const db = openDb(next);
  try {
    const restored = { madeAt, ...(by === null ? {} : { by }), ...unknownOf(before) };
    makeFit(db, vault, { before, folder: backups }, restored, opening.now());
  } finally {
    db.close();
  }
  settleFile(next);
  for (const log of logsOf(place)) rmSync(log, { force: true });
  moveIn(next, place);
  return { before, madeAt, ...unknownOf(before) };
}
