import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts on disk what a folder says of its files; a system whose folders cannot be opened (Windows) does so by itself. */
function settleFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts a file that is on disk in another's place. */
export function moveIn(next: string, file: string): void {
  renameSync(next, file);
  settleFolder(dirname(file));
}

/** Writes a file for its owner only. In a power cut it is the old or the new one, never half of it. */
export function writeWhole(file: string, content: string): void {
  const next = `${file}.new`;
  rmSync(next, { force: true });
  const handle = openSync(next, 'wx', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  moveIn(next, file);
}

/** Puts on disk what a file holds. */
export function settleFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
