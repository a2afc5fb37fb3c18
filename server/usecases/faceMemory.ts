import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Described } from '../../shared/domain/templates.ts';

/**
 * What the server remembers of faces between two requests, in memory only: a restart loses no more than that somebody
 * is learnt anew one visit later.
 */
export type FaceMemory = {
  /** Keeps what the set in use made of a face, under the reference that the kiosk holds, until it is confirmed. */
  readonly keepProbe: (ref: string, probe: Described, until: Millis, now: Millis) => void;
  readonly probe: (ref: string, now: Millis) => Described | null;
  readonly forgetProbe: (ref: string) => void;
  readonly forgetProbesIf: (isSo: (ref: string) => boolean) => void;
  /** A question is asked once: after an answer its reference is worth nothing. */
  readonly useQuestion: (ref: string, until: Millis, now: Millis) => void;
  readonly isUsed: (ref: string, now: Millis) => boolean;
  /** After a wrong answer nobody is asked about this visitor for a while. */
  readonly blockQuestions: (visitorId: VisitorId, until: Millis, now: Millis) => void;
  readonly mayAskAbout: (visitorId: VisitorId, now: Millis) => boolean;
  /** Moves the time until which each thing is kept, since the clock was set by so many ms. */
  readonly moveDeadlines: (by: Millis) => void;
};

type Kept<T> = { readonly value: T; readonly until: Millis };

/** Far more than one office's kiosks come to within minutes; the oldest make room. */
const atMost = { probes: 200, questions: 2_000, blocked: 2_000 };

/** Things that are kept until a time, and not more than so many. `drop` is told of each that goes. */
function limited<K, T>(most: number, drop: (value: T) => void) {
  const kept = new Map<K, Kept<T>>();
  const forget = (key: K): void => {
    const one = kept.get(key);
    if (one === undefined) return;
    kept.delete(key);
    drop(one.value);
  };
  return {
    forget,
    forgetIf: (isSo: (key: K) => boolean): void => {
      for (const key of kept.keys()) if (isSo(key)) forget(key);
    },
    move: (by: Millis): void => {
      for (const [key, one] of kept) kept.set(key, { ...one, until: one.until + by });
    },
    get: (key: K, now: Millis): T | null => {
      const one = kept.get(key);
      return one !== undefined && now <= one.until ? one.value : null;
    },
    keep: (key: K, value: T, until: Millis, now: Millis): void => {
      forget(key);
      kept.set(key, { value, until });
      for (const [old, one] of kept) if (one.until < now || kept.size > most) forget(old);
    },
  };
}

const copyOf = ({ vector, quality }: Described): Described => ({ vector: vector.slice(), quality });

/** @returns a memory of nothing. */
export function makeFaceMemory(): FaceMemory {
  // Overwritten, so that nothing of a face is left in memory.
  const probes = limited<string, Described>(atMost.probes, ({ vector }) => vector.fill(0));
  const questions = limited<string, true>(atMost.questions, () => undefined);
  const blocked = limited<VisitorId, true>(atMost.blocked, () => undefined);
  return {
    keepProbe: (ref, probe, until, now) => probes.keep(ref, copyOf(probe), until, now),
    probe: (ref, now) => {
      const kept = probes.get(ref, now);
      return kept && copyOf(kept);
    },
    forgetProbe: probes.forget,
    forgetProbesIf: probes.forgetIf,
    useQuestion: (ref, until, now) => questions.keep(ref, true, until, now),
    isUsed: (ref, now) => questions.get(ref, now) !== null,
    blockQuestions: (visitorId, until, now) => blocked.keep(visitorId, true, until, now),
    mayAskAbout: (visitorId, now) => blocked.get(visitorId, now) === null,
    moveDeadlines: (by) => {
      for (const all of [probes, questions, blocked]) all.move(by);
    },
  };
}
