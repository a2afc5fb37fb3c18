import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from './db/log.ts';
import { StorageFault } from './usecases/storageFault.ts';

/** Longer than this nothing else waits while the turn is somebody's, ms. */
const longestMs = 4;

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

/** Something that somebody waits for. */
type Wish = {
  /** Does it. @returns what tells them how it ended. */
  readonly fulfil: () => () => void;
  readonly refuse: (fault: StorageFault) => void;
};

/**
 * Those who come while others are being written to the disk wait for that, are served all at once, and are then written
 * to the disk together: nobody waits for more than one group before their own, however many there are.
 * @param onLost called once if the disk does not do as it was told; nothing is done after that.
 */
export function makeCommits(log: Pick<Log, 'isBehind' | 'sync'>, onLost: (error: unknown) => void): Commits {
  let wishes: Wish[] = [];
  let tellers: (() => void)[] = [];
  let lost: StorageFault | null = null;
  let running: Promise<void> | null = null;

  const settle = async (): Promise<void> => {
    if (lost !== null) return;
    try {
      // Again for what the clock did meanwhile.
      while (log.isBehind()) await log.sync();
    } catch (error) {
      lost = new StorageFault('failed', error);
      onLost(error);
    }
  };
  const serve = async (group: readonly Wish[]): Promise<void> => {
    const tell: (() => void)[] = [];
    let from = performance.now();
    for (const { fulfil } of group) {
      tell.push(fulfil());
      if (performance.now() - from < longestMs) continue;
      await nextTurn();
      from = performance.now();
    }
    await settle();
    for (const [i, { refuse }] of group.entries())
      if (lost === null) tell[i]?.();
      else refuse(lost);
  };
  const work = async (): Promise<void> => {
    while (wishes.length + tellers.length > 0) {
      // Whoever comes in the same turn of the event loop comes along.
      await nextTurn();
      await settle();
      const [group, telling] = [wishes, tellers];
      [wishes, tellers] = [[], []];
      if (lost !== null) for (const { refuse } of group) refuse(lost);
      else {
        for (const tell of telling) tell();
        await serve(group);
      }
    }
    running = null;
  };
  const begin = (): void => {
    running ??= work();
  };

  return {
    run: (what) =>
      new Promise((resolve, reject) => {
        const fulfil = (): (() => void) => {
          try {
            const result = what();
            return () => resolve(result);
          } catch (error) {
            return () => reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        wishes.push({ fulfil, refuse: reject });
        begin();
      }),
    whenKept: (tell) => {
      tellers.push(tell);
      begin();
    },
    end: async () => {
      await running;
    },
  };
}
