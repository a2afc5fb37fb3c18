import { statfsSync } from 'node:fs';

/** @returns how much this user can still write to the disk of a folder, bytes; null where that cannot be told. */
export function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
