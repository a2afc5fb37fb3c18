import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { fetchUpdate, readAnnouncement } from './announced.ts';
import { log } from './log.ts';

const minuteMs = 60_000;
const checkEveryMs = 10 * minuteMs;
/** Whoever has just left may come back for something forgotten. */
const idleForMs = 5 * minuteMs;

/** Puts a new AppImage in the place of the running one. */
async function replaceImage(image: string, update: string): Promise<void> {
  // Beside it first, since only within one disk a file is replaced at once.
  const beside = join(dirname(image), `.${basename(image)}.new`);
  await copyFile(update, beside);
  await chmod(beside, 0o755);
  await rename(beside, image);
}

/** Installs silently and starts the new version; fails for an account that may not install. */
async function runInstaller(update: string): Promise<void> {
  const installer = spawn(update, ['/S', '--force-run'], { detached: true, stdio: 'ignore' });
  await once(installer, 'spawn');
  installer.unref();
}

/** How this installation is replaced; null: by the system it was installed with. */
function installerOf({ restart }: Watched): ((update: string) => Promise<void>) | null {
  const image = process.env['APPIMAGE'];
  if (process.platform === 'win32')
    return async (update) => {
      await runInstaller(update);
      app.quit();
    };
  if (image === undefined) return null;
  return async (update) => {
    await replaceImage(image, update);
    restart();
  };
}

type Watched = {
  /** Where updates are laid down. */
  readonly folder: string;
  readonly appFolder: string;
  /** The machine's own, where an update is kept while it is installed. */
  readonly ownFolder: string;
  readonly version: string;
  /** Whether nobody is in the middle of something. */
  readonly isIdle: () => boolean;
  readonly restart: () => void;
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Looks for updates now and then, and installs one when nobody has used the kiosk for five minutes. */
export function watchUpdates(watched: Watched): void {
  const { folder, appFolder, ownFolder, version, isIdle } = watched;
  const install = installerOf(watched);
  if (install === null) return log('updateRefused', { why: 'installed by the system' });
  let idleSince: number | null = null;
  let lookedAt = -Infinity;
  let busy = false;
  const look = async (): Promise<void> => {
    const key = await readFile(join(appFolder, 'dist/kiosk-main/update-key.pem'), 'utf8');
    const announced = await readAnnouncement(folder, key, version);
    if (announced === null) return;
    const update = await fetchUpdate(folder, join(ownFolder, 'update'), announced);
    // Fetching took a while.
    if (update === null || !isIdle()) return;
    log('updating', { from: version, to: announced.version });
    await install(update);
  };
  setInterval(() => {
    const now = performance.now();
    idleSince = isIdle() ? (idleSince ?? now) : null;
    if (busy || idleSince === null || now - idleSince < idleForMs || now - lookedAt < checkEveryMs) return;
    lookedAt = now;
    busy = true;
    void look()
      .catch((error: unknown) => log('updateRefused', { why: reasonOf(error) }))
      .finally(() => {
        busy = false;
      });
  }, minuteMs);
}
