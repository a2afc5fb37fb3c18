/**
 * Why the database could not be written or read: no room on the disk, a folder that is closed to us, pages that are not
 * what was written, or anything else that the disk said.
 */
export type StorageTrouble = 'noRoom' | 'notWritable' | 'damaged' | 'failed';

/** The disk did not do what it was told; of the transaction that was under way nothing is kept. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly trouble: StorageTrouble;

  constructor(trouble: StorageTrouble, cause: unknown) {
    super(`storage: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}
