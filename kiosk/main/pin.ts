import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Settings } from './settings.ts';

type Kept = NonNullable<Settings['pin']>;

const hashBytes = 32;
const freeTries = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;
/** Somebody who walks away leaves the kiosk open no longer than this. */
const openMs = 180_000;

/** What a PIN may be. */
export const pinForm = /^\d{6,12}$/u;

/** @returns a PIN as it is kept: nobody can read it back. */
export function hashPin(pin: string): Kept {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: scryptSync(pin, salt, hashBytes).toString('base64') };
}

function fits(pin: string, { salt, hash }: Kept): boolean {
  return timingSafeEqual(
    scryptSync(pin, Buffer.from(salt, 'base64'), hashBytes),
    Buffer.from(hash, 'base64'),
  );
}

/** The door of the maintenance page. */
export type Door = {
  /** @returns null if it is open now; else ms until the next try may be made, 0 for at once. */
  readonly unlock: (pin: string, now: number) => number | null;
  /** Whether it was opened and not left since, nor long ago. */
  readonly isOpen: (now: number) => boolean;
  readonly shut: () => void;
};

/**
 * After three wrong PINs each further one is allowed only after a wait that doubles, from half a minute to an hour, so
 * that even six digits cannot be tried out.
 * @param kept the PIN as it is kept at the moment; null: nothing opens.
 */
export function makeDoor(kept: () => Settings['pin']): Door {
  let wrong = 0;
  let mayTryAt = 0;
  let openUntil = 0;
  return {
    unlock: (pin, now) => {
      if (now < mayTryAt) return mayTryAt - now;
      const right = kept();
      if (right !== null && fits(pin, right)) {
        wrong = 0;
        openUntil = now + openMs;
        return null;
      }
      wrong += 1;
      const wait =
        wrong < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(20, wrong - freeTries));
      mayTryAt = now + wait;
      return wait;
    },
    isOpen: (now) => now < openUntil,
    shut: () => {
      openUntil = 0;
    },
  };
}
