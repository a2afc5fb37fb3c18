import { accessSync, constants, mkdirSync } from 'node:fs';
import type { AppConfig } from './app.ts';
import { SealBroken } from './db/visitors.ts';
import { StartError } from './startError.ts';

/** Makes the data folder if need be. @throws StartError if it cannot be written. */
export function prepareFolder(folder: string): void {
  try {
    // For its owner only: the key in it opens everything else in it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written.`);
  }
}

/** What kept a server from starting, in words for whoever starts it where that can be put right. */
export function startErrorOf(error: unknown, { host, port }: Pick<AppConfig, 'host' | 'port'>): unknown {
  if (error instanceof SealBroken)
    return new StartError(`In the database ${error.message}. Restore the last good backup.`);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is taken by another program. Choose another with --port, or stop that program.`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new StartError(`The address ${host} is not one of this machine.`);
  if (code === 'EACCES') return new StartError(`Port ${port} may not be used by this user.`);
  return error;
}
