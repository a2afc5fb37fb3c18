import type { Actor } from '../usecases/records.ts';

/** The paired device behind an actor, if it is one. */
export function deviceIdOf(by: Actor): number | null {
  return by.startsWith('device:') ? Number(by.slice('device:'.length)) : null;
}
