import { acceptFromStrangers, strangersNeeded } from '../../shared/domain/strangers.ts';
import type { Gallery } from '../usecases/ports.ts';

/** So many visitors tell as much as all of them; each costs one search. */
const sampleMost = 1_000;
/** A gallery that has grown or shrunk by this share is measured anew. */
const worthMeasuring = 0.05;

export type StrangersWatch = {
  /** What the gallery's own strangers call for, as last measured; null while they are too few to tell. */
  readonly accept: () => number | null;
  /** Measures no more. */
  readonly stop: () => void;
};

/**
 * Measures how alike the strangers in a gallery are, each against all others, whenever it has changed enough. It does so
 * between other work, one search at a time, so that nobody waits for it.
 * @param below similarities from here on are of one person who is enrolled twice, not of strangers.
 */
export function watchStrangers(
  gallery: Pick<Gallery, 'size' | 'visitors' | 'nearestStranger'>,
  below: () => number,
): StrangersWatch {
  let accept: number | null = null;
  let measuredSize = 0;
  let isStopped = false;

  const measure = (): void => {
    measuredSize = gallery.size();
    const visitors = [...gallery.visitors(sampleMost)];
    const limit = below();
    const best: number[] = [];
    const step = (): void => {
      if (isStopped) return;
      const visitorId = visitors.pop();
      if (visitorId === undefined) {
        accept = acceptFromStrangers(best);
        return;
      }
      const nearest = gallery.nearestStranger(visitorId, limit);
      // Gone in the meantime, or alone.
      if (nearest > -Infinity) best.push(nearest);
      setImmediate(step);
    };
    setImmediate(step);
  };
  return {
    accept: () => {
      const size = gallery.size();
      const isWorthIt = Math.abs(size - measuredSize) > measuredSize * worthMeasuring;
      if (isWorthIt && (size >= strangersNeeded || accept !== null)) measure();
      return accept;
    },
    stop: () => {
      isStopped = true;
    },
  };
}
