import { spawn } from 'node:child_process';
import { createHash, verify } from 'node:crypto';
import { once } from 'node:events';
import { chmod, copyFile, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
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
const checkEveryMs = 10 * 60_000;
/** Whoever has just left may come back for something forgotten. */
const idleForMs = 5 * 60_000;

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
 * Fetches the announced file for this machine into a folder of its own, so that what is checked is what is installed.
 * @param machine platform and processor, as they are announced.
 * @returns its path; null if there is none for this machine, or it is not the announced one.
 */
export async function fetchUpdate(
  folder: string,
  { files }: Announcement,
  machine = `${process.platform}-${process.arch}`,
): Promise<string | null> {
  const file = files[machine];
  if (file === undefined) return null;
  const own = await mkdtemp(join(tmpdir(), 'luot-update-'));
  const copy = join(own, file.name);
  await copyFile(join(folder, file.name), copy);
  const sha256 = createHash('sha256')
    .update(await readFile(copy))
    .digest('hex');
  if (sha256 === file.sha256) return copy;
  log('updateRefused', { why: 'hash', file: file.name });
  await rm(own, { recursive: true });
  return null;
}

/** Puts a new AppImage in the place of the running one. */
async function replaceImage(image: string, update: string, restart: () => void): Promise<void> {
  // Beside it first, since only within one disk a file is replaced at once.
  const beside = join(dirname(image), `.${basename(image)}.new`);
  await copyFile(update, beside);
  await chmod(beside, 0o755);
  await rename(beside, image);
  await rm(dirname(update), { recursive: true });
  restart();
}

/** @returns whether this kind of installation can be updated from here. */
async function install(update: string, restart: () => void): Promise<boolean> {
  const image = process.env['APPIMAGE'];
  if (process.platform === 'win32') {
    // Silently, and the new version is started once it is there. Fails for an account that may not install.
    const installer = spawn(update, ['/S', '--force-run'], { detached: true, stdio: 'ignore' });
    await once(installer, 'spawn');
    installer.unref();
    app.quit();
    return true;
  }
  if (image === undefined) return false;
  await replaceImage(image, update, restart);
  return true;
}

type Watched = {
  readonly folder: string;
  readonly appFolder: string;
  readonly version: string;
  /** Whether nobody is in the middle of something. */
  readonly isIdle: () => boolean;
  readonly restart: () => void;
};

/** Looks for updates now and then, and installs one when nobody has used the kiosk for five minutes. */
export function watchUpdates({ folder, appFolder, version, isIdle, restart }: Watched): void {
  let idleSince: number | null = null;
  let lookedAt = -Infinity;
  let busy = false;
  const look = async (): Promise<void> => {
    const key = await readFile(join(appFolder, 'dist/kiosk-main/update-key.pem'), 'utf8');
    const announced = await readAnnouncement(folder, key, version);
    const update = announced === null ? null : await fetchUpdate(folder, announced);
    // Fetching took a while.
    if (announced === null || update === null || !isIdle()) return;
    log('updating', { from: version, to: announced.version });
    if (!(await install(update, restart))) log('updateRefused', { why: 'installed by the system' });
  };
  setInterval(() => {
    const now = performance.now();
    idleSince = isIdle() ? (idleSince ?? now) : null;
    if (busy || idleSince === null || now - idleSince < idleForMs || now - lookedAt < checkEveryMs) return;
    lookedAt = now;
    busy = true;
    void look()
      .catch((error: unknown) =>
        log('updateRefused', { why: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        busy = false;
      });
  }, 60_000);
}
