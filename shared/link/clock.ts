/** The server's clock as a screen knows it. */
export type ServerClock = {
  /** ms since 1970 by the server's clock; by this machine's own until the server was heard. */
  readonly now: () => number;
  /** Sets the clock by a stamp that has just come. */
  readonly set: (at: number) => void;
};

/**
 * Keeps the server's time between stamps by the monotonic clock, so that a display whose own clock is wrong, or is put
 * right while it runs, still shows the right time.
 */
export function serverClock(): ServerClock {
  let heard: { readonly at: number; readonly when: number } | null = null;
  return {
    now: () => (heard === null ? Date.now() : Math.round(heard.at + performance.now() - heard.when)),
    set: (at) => {
      heard = { at, when: performance.now() };
    },
  };
}
