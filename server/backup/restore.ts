import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { auditStore } from '../db/audit.ts';
import { restoreRequest } from '../db/auditCheck.ts';
import type { Erased } from '../db/copies.ts';
import {
  BadCopy,
  copyAtOnce,
  eraseAlso,
  erasedIn,
  erasedInCopy,
  givenInCopy,
  inspectCopy,
} from '../db/copies.ts';
import type { Given } from '../db/given.ts';
import { givenIn, neverAgain } from '../db/given.ts';
import type { Db } from '../db/open.ts';
import { openDb } from '../db/open.ts';
import type { Session } from '../db/sessions.ts';
import { sessionsIn, takeOverSessions } from '../db/sessions.ts';
import { loadKeys } from '../keys/file.ts';
import { officeFiles } from '../officeFiles.ts';
import type { Opening } from '../openOffice.ts';
import { openExisting } from '../openOffice.ts';
import { StartError } from '../startError.ts';
import type { Vault } from '../usecases/ports.ts';
import { digestOfKey, makeVault } from '../vault.ts';
import { settleFile, settleFolder } from '../wholeFile.ts';
import { makeBackup } from './backups.ts';
import { listBackups, madeAtOf, readManifest } from './files.ts';

/** What must outlast a restoration: who was erased since, and which numbers are on paper. */
type Since = { readonly erased: readonly Erased[]; readonly given: readonly Given[] };

/** What became of the database that was there. */
export type Before =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'backedUp'; readonly file: string; readonly sessions: readonly Session[] } & Since)
  /** It could not be read and lies there. */
  | { readonly kind: 'putAside'; readonly file: string };

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
      return { kind: 'putAside', file: putAside(file, opening.now()) };
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

/** All that is known of it anywhere: in the database that was there, and in its backups. */
function knownAnywhere(before: Before, folder: string): Since {
  const known = before.kind === 'backedUp' ? [before] : [];
  const ofBackups = listBackups(folder).flatMap(({ file }): Since[] => {
    try {
      return [{ erased: erasedInCopy(file), given: givenInCopy(file) }];
    } catch (error) {
      if (!(error instanceof BadCopy)) throw error;
      return [];
    }
  });
  const all = [...known, ...ofBackups];
  return { erased: all.flatMap(({ erased }) => erased), given: all.flatMap(({ given }) => given) };
}

/**
 * Makes a copy fit to be gone on with: whoever was erased since stays erased, no number that is on paper is handed out
 * again, and nobody's session that was ended since begins to live again.
 */
function makeFit(
  db: Db,
  vault: Vault,
  { before, folder }: { readonly before: Before; readonly folder: string },
  restored: Restored,
  now: number,
): void {
  const { erased, given } = knownAnywhere(before, folder);
  eraseAlso(db, erased);
  neverAgain(db, given);
  const audit = auditStore(db, vault);
  db.transaction(() => {
    if (before.kind === 'backedUp') takeOverSessions(db, before.sessions);
    audit.begin();
    audit.add('system', restoreRequest, restored, now);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** As the audit keeps it: from when the data are, and who wanted it; absent at the command line. */
type Restored = { readonly madeAt: number; readonly by?: string };

/**
 * Puts a backup in the place of an office's database, after backing that up; whoever was erased since stays erased, and
 * numbers handed out since are not handed out again. What is there is only replaced when what comes is whole and on disk.
 * The server must not run.
 * @param by the login of whoever wants it, for the audit; null at the command line.
 * @throws BadCopy or StartError, after which everything is as it was.
 */
export async function restore(
  opening: Opening,
  file: string,
  by: string | null = null,
): Promise<{ readonly before: Before; readonly madeAt: number }> {
  const { vault, madeAt } = await lookOver(opening, file);
  const before = await keepPresent(opening, vault);
  const { db: place, backups } = officeFiles(opening.data);
  const next = `${place}.restored`;
  for (const old of [next, ...logsOf(next)]) rmSync(old, { force: true });
  copyFileSync(file, next);
  const db = openDb(next);
  try {
    const restored = { madeAt, ...(by === null ? {} : { by }) };
    makeFit(db, vault, { before, folder: backups }, restored, opening.now());
  } finally {
    db.close();
  }
  settleFile(next);
  for (const log of logsOf(place)) rmSync(log, { force: true });
  renameSync(next, place);
  settleFolder(dirname(place));
  return { before, madeAt };
}
