import Database from 'better-sqlite3';
import type { StorageTrouble } from '../usecases/storageFault.ts';
import { StorageFault } from '../usecases/storageFault.ts';
import type { Store } from '../usecases/store.ts';
import type { Db } from './open.ts';
import { schemaOf } from './open.ts';

/** What an error says about the disk; null if it is about something else. */
export function storageTroubleOf(error: unknown): StorageTrouble | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const { code } = error;
  if (code === 'SQLITE_FULL') return 'noRoom';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'notWritable';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  return code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_BUSY') ? 'failed' : null;
}

/**
 * Transactions that remember what the disk did to the last one.
 * @param beforeWrite called before each.
 */
export function troubledTransactions(
  db: Db,
  beforeWrite: () => void,
): Pick<Store, 'transaction' | 'trouble' | 'tryAgain'> {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let trouble: StorageTrouble | null = null;
  /** Damage does not go away because something else can be written; only a new start tells. */
  const become = (next: StorageTrouble | null): void => {
    if (trouble !== 'damaged') trouble = next;
  };

  const transaction: Store['transaction'] = (work) => {
    // Whoever only reads does not tell whether it can be written again.
    const before = trouble === null ? 0 : changes.get();
    try {
      beforeWrite();
      // Immediate: the write lock is taken at once, so what is read in the transaction is still true when it writes.
      const result = db.transaction(work).immediate();
      if (trouble !== null && changes.get() !== before) become(null);
      return result;
    } catch (error) {
      const found = storageTroubleOf(error);
      if (found === null) throw error;
      become(found);
      throw new StorageFault(found, error);
    }
  };
  return {
    transaction,
    trouble: () => trouble,
    tryAgain: () => {
      try {
        beforeWrite();
        // On a full disk the log cannot grow, but what is in it can mostly be written back, which makes room in it.
        db.pragma('wal_checkpoint(RESTART)');
        db.transaction(() => db.pragma(`user_version = ${schemaOf(db)}`)).immediate();
        become(null);
      } catch (error) {
        become(storageTroubleOf(error) ?? 'failed');
      }
    },
  };
}
