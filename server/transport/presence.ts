import type { Millis } from '../../shared/domain/ids.ts';
import type { ScreenCaller } from '../usecases/ports.ts';

/** What staff's views tell of who is connected. */
export type Presence = {
  /** Both tell whether anybody is shown it. */
  readonly come: (caller: ScreenCaller) => boolean;
  readonly go: (caller: ScreenCaller, now: Millis) => boolean;
  readonly isThere: (what: 'device' | 'console', id: number) => boolean;
  readonly lastThere: (what: 'device' | 'console', id: number) => Millis | null;
};

/** What is missed when its last connection ends; null: nothing that anybody would miss. */
function presenceOf(caller: ScreenCaller): string | null {
  if (caller.kind === 'officer') return caller.screen === 'officer' ? `console ${caller.officerId}` : null;
  return caller.kind === 'device' && caller.deviceId !== null ? `device ${caller.deviceId}` : null;
}

/** @returns a memory of nobody. */
export function makePresence(): Presence {
  /** How many connections each has. */
  const there = new Map<string, number>();
  const left = new Map<string, Millis>();
  return {
    come: (caller) => {
      const presence = presenceOf(caller);
      if (presence === null) return false;
      there.set(presence, (there.get(presence) ?? 0) + 1);
      return true;
    },
    go: (caller, now) => {
      const presence = presenceOf(caller);
      if (presence === null) return false;
      const others = (there.get(presence) ?? 1) - 1;
      if (others > 0) there.set(presence, others);
      else there.delete(presence);
      left.set(presence, now);
      return true;
    },
    isThere: (what, id) => there.has(`${what} ${id}`),
    lastThere: (what, id) => left.get(`${what} ${id}`) ?? null,
  };
}
