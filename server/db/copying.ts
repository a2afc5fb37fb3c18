import { open, writeFile } from 'node:fs/promises';
import { openCopy } from './copies.ts';
import type { Db } from './open.ts';

/** Brings to the disk what is written to a file until `written` is over. */
async function settleMeanwhile(file: string, written: Promise<unknown>): Promise<void> {
  const writing = { isOver: false };
  const over = (): void => {
    writing.isOver = true;
  };
  written.then(over, over);
  const handle = await open(file, 'r+');
  try {
    while (!writing.isOver) await handle.datasync();
  } finally {
    await handle.close();
  }
}

/**
 * Copies a database to a new file while it is in use, a little at a time. What is committed meanwhile is in the copy, too.
 * @throws what kept it from being written.
 */
export async function copyInUse(db: Db, file: string): Promise<void> {
  await writeFile(file, '', { flag: 'wx', mode: 0o600 });
  const copied = db.backup(file);
  // Else all of it would be brought to the disk at once, in the end, and hold everybody up for that long.
  const settled = settleMeanwhile(file, copied);
  // Both are over before the file may be removed.
  await Promise.allSettled([copied, settled]);
  await copied;
  await settled;
  openCopy(file, () => undefined);
}

/** Copies it at once. */
export function copyAtOnce(db: Db, file: string): void {
  db.prepare('VACUUM INTO ?').run(file);
}
