import type { Millis } from '../../../shared/domain/ids.ts';

/** What will happen, by time. */
export type Agenda = {
  readonly now: () => Millis;
  /** @param at not before now; whatever is due at the same time happens in the order in which it was entered. */
  readonly at: (at: Millis, what: () => void) => void;
};

type Entry = { readonly at: Millis; readonly what: () => void };

/** An agenda whose clock stands still but when it is run. */
export type SteppedAgenda = Agenda & {
  /** Does all that is due up to a moment, at its time each, and stands there. */
  readonly runUntil: (end: Millis) => void;
};

/** Makes one that begins at a moment. */
export function steppedAgenda(start: Millis): SteppedAgenda {
  const entries: Entry[] = [];
  let now = start;
  return {
    now: () => now,
    at: (at, what) => {
      const due = Math.max(Math.round(at), now);
      // Kept in order, the next one last.
      let place = entries.length;
      while (place > 0 && (entries[place - 1]?.at ?? 0) <= due) place--;
      entries.splice(place, 0, { at: due, what });
    },
    runUntil: (end) => {
      for (let next = entries.at(-1); next !== undefined && next.at <= end; next = entries.at(-1)) {
        entries.pop();
        now = next.at;
        next.what();
      }
      now = end;
    },
  };
}
