import type { Retention } from '../../shared/contract/settings.ts';
import type { BackupReason } from '../../shared/contract/views/keeping.ts';
import type { View } from '../../shared/contract/views.ts';
import type { Millis, VisitorId } from '../../shared/domain/ids.ts';

/** What erasing people, and forgetting what is old, ask of storage. */

export type ErasureStore = {
  /**
   * Removes all that is kept of a person, but for tickets and consents, which stay without one, and notes the id, so
   * that backups follow.
   */
  readonly erase: (id: VisitorId, now: Millis) => void;
  /** Forgets the answers given that are about somebody. @param isAbout is given each as it was sent. */
  readonly forgetAnswers: (isAbout: (answer: string) => boolean) => void;
  /** Empties the database's log, so that what was deleted is not in it any more; not inside a transaction. */
  readonly emptyLog: () => void;
};

export type RetentionStore = {
  readonly periods: () => Retention;
  readonly setPeriods: (retention: Retention) => void;
  /** Registered visitors who have not been here, registered or agreed to anything since a moment. */
  readonly visitorsLastSeenBefore: (time: Millis) => readonly VisitorId[];
  /** Removes the faces of those. @returns whose. */
  readonly forgetFacesLastSeenBefore: (time: Millis) => readonly VisitorId[];
  /** Removes notes, remarks and the names of appointments written before a moment. @returns how many. */
  readonly forgetTextsBefore: (time: Millis) => number;
  /** @returns how many. */
  readonly forgetRecognitionsBefore: (time: Millis) => number;
};

/** A backup in its folder. */
export type BackupRecord = { readonly file: string; readonly madeAt: Millis };

/** What was written down beside a backup when it was looked over. */
export type BackupFacts = { readonly why: BackupReason; readonly schema: number };

/** What became of a backup that was put back. */
export type PutBack = NonNullable<View<'manage'>['keeping']['putBack']>;

/** Who wants a backup back, by login, and by which request: the data that come back do not know it any more. */
export type PutBackWish = { readonly by: string; readonly requestId: string };

/** Why no backup was made; `damaged`: the copy that was made is not whole, since the database is not. */
export type BackupTrouble = 'noRoom' | 'notWritable' | 'damaged' | 'failed';

/** Copies of the database at work; `server/backup` has them. */
export type Backups = {
  /** Newest first. */
  readonly list: () => readonly BackupRecord[];
  /** `trouble`: what went wrong with the last one. `auditIntact`: whether the audit was whole in it. */
  readonly state: () => {
    readonly lastAt: Millis | null;
    readonly trouble: BackupTrouble | null;
    readonly auditIntact: boolean;
  };
  readonly folder: string;
  /** The version that the database has now. */
  readonly schema: number;
  /** How large a backup is, and what was written down beside it; null if that is missing or does not fit. */
  readonly describe: (backup: BackupRecord) => {
    readonly name: string;
    readonly bytes: number;
    readonly facts: BackupFacts | null;
  };
  readonly isMaking: () => boolean;
  /** Looks one over beside everything else, so that `isUsable` knows it: of a large office that takes seconds. */
  readonly lookOver: (name: string) => Promise<void>;
  /** Whether a backup can be put back: whole, not of a newer release, and sealed with the office's key. */
  readonly isUsable: (backup: BackupRecord) => boolean;
  /**
   * Has the server close, put a backup in the place of its data, and open again. Returns at once.
   */
  readonly putBack: (backup: BackupRecord, wish: PutBackWish) => void;
  /** Whether the server is about to close for it. */
  readonly isPuttingBack: () => boolean;
  /** What became of the last one; null if there was none since this machine's server was started. */
  readonly lastPutBack: () => (PutBack & Pick<PutBackWish, 'requestId'>) | null;
  /**
   * Makes one and looks it over, erases from all of them whoever was erased, and removes those whose time is over. Never
   * throws; only one runs at a time.
   * @returns whether it is there.
   */
  readonly make: (why: BackupReason) => Promise<boolean>;
};
