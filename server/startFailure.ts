import { accessSync, constants, mkdirSync } from 'node:fs';
import { SealBroken } from './db/visitors.ts';
import { StartError } from './startError.ts';
import { StorageFault } from './usecases/storageFault.ts';

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

/** Where a server was to be. */
type Place = { readonly host: string; readonly port: number; readonly data: string };

/**
 * What kept a server from starting, in a line for whoever started it.
 * @returns a StartError where that can be said; otherwise the error itself, which is a bug.
 */
export function startErrorOf(error: unknown, { host, port, data }: Place): unknown {
  if (error instanceof SealBroken)
    return new StartError(`In the database ${error.message}. Restore the last good backup.`);
  const cause = error instanceof StorageFault ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is taken by another program. Choose another with --port, or stop that program.`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new StartError(`The address ${host} is not one of this machine.`);
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return new StartError(`There is no room left on the disk of ${data}.`);
  if (error instanceof StorageFault)
    return new StartError(`The disk of ${data} reports errors (${String(code)}). Look at the disk.`);
  if (code === 'EACCES') return new StartError(`Port ${port} may not be used by this user.`);
  return error;
}
