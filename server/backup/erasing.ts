import { ageOfCopy, BadCopy, erasedIn, lastErased } from '../db/copies.ts';
import { newestSchema } from '../db/open.ts';
import type { BackupsOf } from './backups.ts';
import type { Work } from './copyWork.ts';
import { listBackups, removeBackup, renewFile } from './files.ts';

/**
 * Erases from every backup whoever was erased since it was made. One in which that cannot be done goes: it is damaged, or
 * of an earlier release.
 */
export async function eraseInBackups(
  { db, folder, log }: Pick<BackupsOf, 'db' | 'folder' | 'log'>,
  work: Work,
): Promise<void> {
  const erased = erasedIn(db);
  const last = lastErased(db) ?? 0;
  for (const { file } of listBackups(folder)) {
    try {
      const { schema, erasedTo } = ageOfCopy(file);
      if ((erasedTo ?? 0) >= last) continue;
      if (schema < newestSchema()) removeBackup(file);
      else await renewFile(file, (part) => work({ kind: 'erase', file, part, erased }));
    } catch (error) {
      if (!(error instanceof BadCopy)) throw error;
      log.error({ file, why: error.message }, 'backup removed');
      removeBackup(file);
    }
  }
}
