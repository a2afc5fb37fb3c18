import type { Timer } from '../flow/events.ts';

export type Timers = {
  /** Starts the timer, or starts it anew. */
  readonly start: (timer: Timer, ms: number) => void;
  readonly stop: (timer: Timer) => void;
  readonly stopAll: () => void;
};

/** The journey's timers on the machine's clock; each calls `onEnd` once when it runs out. */
export function makeTimers(onEnd: (timer: Timer) => void): Timers {
  const running = new Map<Timer, ReturnType<typeof setTimeout>>();
  const stop = (timer: Timer): void => {
    clearTimeout(running.get(timer));
    running.delete(timer);
  };
  return {
    start: (timer, ms) => {
      stop(timer);
      const handle = setTimeout(() => {
        running.delete(timer);
        onEnd(timer);
      }, ms);
      running.set(timer, handle);
    },
    stop,
    stopAll: () => {
      for (const handle of running.values()) clearTimeout(handle);
      running.clear();
    },
  };
}
