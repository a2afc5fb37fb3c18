import type { Millis } from '../shared/domain/ids.ts';

/** Two readings that are taken one after the other may differ so much, and some machines count their seconds whole. */
const noticedMs = 2_000;

/** The clock by which the office lives: the machine's, but that nobody sets it behind the server's back. */
export type OfficeClock = {
  readonly now: () => Millis;
  /** Follows the machine's clock if that was set meanwhile. @returns by how much, ms; less than 0: back; mostly 0. */
  readonly follow: () => Millis;
};

/**
 * A clock that is set (by somebody, or by the network) is not followed in the middle of anything: what was to last until
 * a moment of the old time, and what is until one of the new, could not be told apart.
 * @param machineNow ms since 1970 as the machine shows it.
 * @param steady goes on as it does, also while the machine sleeps, but nobody sets it; ms.
 */
export function officeClock(machineNow: () => Millis, steady: () => Millis): OfficeClock {
  let base = machineNow();
  let mark = performance.now();
  let ahead = base - steady();
  const setBy = (at: Millis): Millis => {
    const by = Math.round(at - steady() - ahead);
    return Math.abs(by) < noticedMs ? 0 : by;
  };
  return {
    now: () => {
      const at = machineNow();
      // Cheaper than to ask how long the machine has been on; but it stands still while the machine sleeps.
      const isAsExpected = Math.abs(at - base - (performance.now() - mark)) < noticedMs;
      return isAsExpected ? at : at - setBy(at);
    },
    follow: () => {
      const at = machineNow();
      const by = setBy(at);
      // What a clock is put right by in passing, a few ms at a time, is not left to add up.
      base = at;
      mark = performance.now();
      ahead = at - steady();
      return by;
    },
  };
}
