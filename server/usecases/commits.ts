/** The database's log, brought to the disk without holding anybody up. */
export type CommitLog = {
  /** Whether something was committed that is not on disk yet. */
  readonly isBehind: () => boolean;
  /** Brings all that is committed to the disk. @throws what the disk said; then nobody knows what of it is there. */
  readonly sync: () => Promise<void>;
};

/** The order in which what is asked for is done and told: nothing is told before it is on disk. */
export type Commits = {
  /**
   * Does something when its turn comes, together with whatever else is waiting then.
   * @returns what came of it, once what it changed is on disk. @throws StorageFault if nobody knows whether it is.
   */
  readonly run: <T>(work: () => T) => Promise<T>;
  /** Calls when all that is committed is on disk, and shows nothing else: to be told to everybody. */
  readonly whenKept: (tell: () => void) => void;
  /** Waits for what is under way. */
  readonly end: () => Promise<void>;
};
