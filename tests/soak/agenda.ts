import type { Millis } from '../../shared/domain/ids.ts';

/**
 * The time of a simulated office. Whoever acts says until when nothing is to be done; the clock moves only when nobody is
 * doing anything, and then at once to when somebody will. So the server is as busy as it can be, and nobody hurries.
 */
export type Agenda = {
  readonly now: () => Millis;
  /** Only for those who were begun here. Several who wait for about the same time go on together. */
  readonly until: (at: Millis) => Promise<void>;
  readonly pause: (ms: Millis) => Promise<void>;
  /** Begins to act; only of somebody who acts. */
  readonly begin: (act: () => Promise<void>) => void;
  /** Begins with this one, and waits until all whom it began have ended. Throws what the first of them throws. */
  readonly run: (act: () => Promise<void>) => Promise<void>;
};

type Waiting = { readonly at: Millis; readonly wake: () => void };

/** So much is one moment: what happens within it happens at once, as on a busy morning. */
const momentMs = 10_000;

/** @param setClock puts the office's clock; the agenda waits for it. */
export function openAgenda(start: Millis, setClock: (at: Millis) => Promise<void>): Agenda {
  let now = start;
  let busy = 0;
  let waiting: Waiting[] = [];
  let failed: { readonly error: unknown } | null = null;
  let over = Promise.withResolvers<void>();

  const move = async (): Promise<void> => {
    const next = Math.min(...waiting.map(({ at }) => at));
    now = Math.max(now, Math.ceil(next / momentMs) * momentMs);
    await setClock(now);
    const due = waiting.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
    waiting = waiting.filter(({ at }) => at > now);
    busy += due.length - 1;
    for (const { wake } of due) wake();
  };
  /** Somebody waits or has ended. */
  const rest = (): void => {
    busy -= 1;
    if (busy > 0) return;
    if (waiting.length === 0 || failed !== null) over.resolve();
    else {
      // The clock is moved by somebody who is busy, or two would move it.
      busy += 1;
      move().catch((error: unknown) => {
        failed ??= { error };
        over.resolve();
      });
    }
  };
  const until = (at: Millis): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ at, wake: resolve });
      rest();
    });
  const begin = (act: () => Promise<void>): void => {
    busy += 1;
    act()
      .catch((error: unknown) => {
        failed ??= { error };
      })
      .finally(rest);
  };
  return {
    now: () => now,
    until,
    pause: (ms) => until(now + ms),
    begin,
    run: async (act) => {
      over = Promise.withResolvers();
      begin(act);
      await over.promise;
      if (failed !== null) throw failed.error;
    },
  };
}
