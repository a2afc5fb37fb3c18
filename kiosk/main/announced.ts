import { createHash, verify } from 'node:crypto';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { log } from './log.ts';

/** What is laid down in the office's folder: `luot-update.json`, its signature beside it, and the files it names. */
const announcement = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  /** By platform and processor, such as `win32-x64`. */
  files: z.record(
    z.string(),
    z.strictObject({
      /** A plain name: nothing outside the folder is ever read. */
      name: z.string().regex(/^[\w.-]+$/u),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    }),
  ),
});
type Announcement = z.output<typeof announcement>;

const announcementFile = 'luot-update.json';

const numbers = (version: string): number[] => version.split('.').map(Number);

/** Whether a version (`1.2.3`) comes after another. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [numbers(version), numbers(than)];
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs !== -1 && (a[differs] ?? 0) > (b[differs] ?? 0);
}

/**
 * Reads what is announced in a folder.
 * @param key public key (PEM, Ed25519) that came with the installed version.
 * @returns null if nothing is there, or nothing newer than `version` that is rightly signed.
 */
export async function readAnnouncement(
  folder: string,
  key: string,
  version: string,
): Promise<Announcement | null> {
  const [text, signature] = await Promise.all([
    readFile(join(folder, announcementFile)).catch(() => null),
    readFile(join(folder, `${announcementFile}.sig`), 'utf8').catch(() => null),
  ]);
  if (text === null || signature === null) return null;
  if (!verify(null, text, key, Buffer.from(signature, 'base64'))) {
    log('updateRefused', { why: 'signature' });
    return null;
  }
  const read = announcement.parse(JSON.parse(text.toString()));
  return isNewer(read.version, version) ? read : null;
}

/**
 * Fetches the announced file for this machine, so that what is checked is what is installed.
 * @param to a folder that only this user can write; whatever is in it goes, so that nothing piles up.
 * @param machine platform and processor, as they are announced.
 * @returns its path; null if there is none for this machine, or it is not the announced one.
 */
export async function fetchUpdate(
  from: string,
  to: string,
  { files }: Announcement,
  machine = `${process.platform}-${process.arch}`,
): Promise<string | null> {
  await rm(to, { recursive: true, force: true });
  const file = files[machine];
  if (file === undefined) return null;
  await mkdir(to, { recursive: true, mode: 0o700 });
  const copy = join(to, file.name);
  await copyFile(join(from, file.name), copy);
  const sha256 = createHash('sha256')
    .update(await readFile(copy))
    .digest('hex');
  if (sha256 === file.sha256) return copy;
  log('updateRefused', { why: 'hash', file: file.name });
  await rm(to, { recursive: true });
  return null;
}
