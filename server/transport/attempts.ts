import type { Millis } from '../../shared/domain/ids.ts';

const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;
const forgottenMs = 3600_000;

type Record = { failures: number; lastAt: Millis };

/** Slows down guessing: after five failures each further one doubles the wait, from 30 s to 15 min. */
export type Attempts = {
  /** @returns ms until another try is allowed; 0 if now. */
  readonly waitMs: (key: string, now: Millis) => Millis;
  readonly failed: (key: string, now: Millis) => void;
  readonly succeeded: (key: string) => void;
};

/** Counts failures by key (a login name, an address). Kept in memory; an hour without failure forgets. */
export function makeAttempts(): Attempts {
  const records = new Map<string, Record>();
  return {
    waitMs: (key, now) => {
      const record = records.get(key);
      if (record === undefined || record.failures < freeTries) return 0;
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (record.failures - freeTries));
      // Not longer than that if the clock stepped back since.
      return Math.max(0, Math.min(wait, record.lastAt + wait - now));
    },
    failed: (key, now) => {
      for (const [old, { lastAt }] of records) if (now - lastAt > forgottenMs) records.delete(old);
      records.set(key, { failures: (records.get(key)?.failures ?? 0) + 1, lastAt: now });
    },
    succeeded: (key) => void records.delete(key),
  };
}
