import { changeCopy } from '../backup/copyWork.ts';
import { listBackups, removeUnfinished, renewFile } from '../backup/files.ts';
import { auditStore } from '../db/audit.ts';
import { BadCopy, resealCopy } from '../db/copies.ts';
import { keyDigestIn, setKeyDigest } from '../db/keyDigest.ts';
import { resealAll } from '../db/sealed.ts';
import { SealBroken } from '../db/visitors.ts';
import { officeFiles } from '../officeFiles.ts';
import type { Opening } from '../openOffice.ts';
import { openExisting } from '../openOffice.ts';
import { StartError } from '../startError.ts';
import { digestOfKey, makeVault } from '../vault.ts';
import { writeKeys } from './file.ts';
import { withNewKey, withoutOldKeys } from './ring.ts';

/** What has been done of a change of the key. */
export type Step =
  | { readonly kind: 'newKey' | 'noted' | 'oldKeyGone' }
  | { readonly kind: 'sealed'; readonly values: number }
  | { readonly kind: 'backup'; readonly file: string };

/**
 * Gives an office a new key: seals everything anew, in the database and in every backup, and destroys the old key.
 * Ended at any point, it leaves a key file that opens everything; done again, it goes on where it was. Keys of digests
 * stay, since what they were made of is not kept. The server must not run.
 * @param onStep told of each step when it is on disk.
 * @throws StartError if the office cannot be opened or a backup cannot be sealed anew; SealBroken if something in the
 * database was changed from outside. Either way both keys stay.
 */
export async function rotate(opening: Opening, onStep: (step: Step) => void): Promise<void> {
  const { key: keyFile, backups } = officeFiles(opening.data);
  const { db, keys } = await openExisting(opening);
  try {
    // Two keys: an earlier change was not finished.
    const ring = keys.ring.seal.length > 1 ? keys.ring : withNewKey(keys.ring);
    writeKeys(keyFile, { ...keys, ring });
    onStep({ kind: 'newKey' });

    const only = withoutOldKeys(ring);
    const [any, newest] = [makeVault(ring), makeVault(only)];
    const keyDigest = digestOfKey(ring.seal[0]);
    resealAll(db, any, newest, { onBatch: (values) => onStep({ kind: 'sealed', values }) });
    if (keyDigestIn(db)?.equals(keyDigest) !== true)
      db.transaction(() => {
        setKeyDigest(db, keyDigest);
        auditStore(db, newest).add('system', 'keys:rotate', {}, opening.now());
      }).immediate();
    db.pragma('wal_checkpoint(TRUNCATE)');
    onStep({ kind: 'noted' });

    // Those are sealed with the old key as well.
    removeUnfinished(backups);
    for (const { file } of listBackups(backups)) {
      try {
        await renewFile(file, (part) =>
          changeCopy(file, part, newest, () => resealCopy(part, any, newest, keyDigest)),
        );
      } catch (error) {
        if (!(error instanceof BadCopy || error instanceof SealBroken)) throw error;
        throw new StartError(
          `The backup ${file} cannot be sealed anew: ${error.message}. Move it away, and run this again.`,
        );
      }
      onStep({ kind: 'backup', file });
    }
    writeKeys(keyFile, { ...keys, ring: only });
    onStep({ kind: 'oldKeyGone' });
  } finally {
    db.close();
  }
}
