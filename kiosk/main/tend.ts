import { app } from 'electron';
import type { Arguments } from './arguments.ts';
import { isDue } from './nightly.ts';
import { watchUpdates } from './update.ts';

const minuteMs = 60_000;

/** Ends the shell and starts it again, with what it was started with. */
export function restart(): void {
  const image = process.env['APPIMAGE'];
  // The program inside an image is gone with the image's mount.
  app.relaunch(image === undefined ? {} : { execPath: image, args: process.argv.slice(1) });
  app.quit();
}

type Tended = {
  readonly appFolder: string;
  readonly ownFolder: string;
  readonly given: Pick<Arguments, 'restartAt' | 'updates'>;
};

/** Restarts and updates when nobody is there. */
export function tendWhenIdle({ appFolder, ownFolder, given }: Tended, isIdle: () => boolean): void {
  const { restartAt, updates } = given;
  const startedAt = Date.now();
  if (restartAt !== null)
    setInterval(() => {
      if (isIdle() && isDue(restartAt, startedAt, Date.now())) restart();
    }, minuteMs);
  if (updates !== null)
    watchUpdates({ folder: updates, appFolder, ownFolder, version: app.getVersion(), isIdle, restart });
}
