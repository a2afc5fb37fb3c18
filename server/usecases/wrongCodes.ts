import type { Millis } from '../../shared/domain/ids.ts';
import type { Actor } from './records.ts';

const allowed = 10;
const windowMs = 5 * 60_000;

/** Wrong appointment codes lately typed at each kiosk; with six digits, guessing has to be slow. */
export type WrongCodes = {
  /** @returns ms until this kiosk may try another code; 0 if now. */
  readonly waitMs: (by: Actor, now: Millis) => Millis;
  readonly failed: (by: Actor, now: Millis) => void;
};

/** Allows ten wrong codes in five minutes from each kiosk. Kept in memory. */
export function makeWrongCodes(): WrongCodes {
  const tries = new Map<Actor, readonly Millis[]>();
  /** Those of the last five minutes. What seems to come later was before the clock stepped back. */
  const recent = (by: Actor, now: Millis): readonly Millis[] =>
    (tries.get(by) ?? []).filter((at) => at <= now && at > now - windowMs);
  return {
    waitMs: (by, now) => {
      const [oldest = now, ...later] = recent(by, now).slice(-allowed);
      return later.length < allowed - 1 ? 0 : oldest + windowMs - now;
    },
    failed: (by, now) => void tries.set(by, [...recent(by, now), now]),
  };
}
