import type { Logger } from 'pino';
import { inPieces, shortTurns } from './pieces.ts';
import type { OfficeClock } from './officeClock.ts';
import { bug } from './transport/problem.ts';
import { clockWasSet } from './usecases/clockSet.ts';
import { closeDay } from './usecases/closeDay.ts';
import { todayOf } from './usecases/newAppointment.ts';
import { changedByTime } from './usecases/passTime.ts';
import type { Context } from './usecases/ports.ts';

/** Short, so that a clock that was set or a machine that slept makes nothing late; a look costs next to nothing. */
const lookMs = 1_000;
/** Expected waits and sessions change all the time. */
const looksBetween = 30;

/**
 * Watches the clock, so that what time alone changes is shown within a second, and everything at least every half
 * minute; and so that nothing stands still because the clock was set.
 * @param follow see `OfficeClock`.
 * @param onTime called then.
 * @returns ends it.
 */
export function watchClock(
  context: Context,
  follow: OfficeClock['follow'],
  onTime: () => void,
  log: Logger,
): () => void {
  /** What is still to be heeded of it: what fails is tried again. */
  let setBy = 0;
  let last = context.now();
  let looks = 0;
  // After a failure not at once again: the log would fill up.
  let failed = false;
  const timer = setInterval(() => {
    const from = last;
    setBy += follow();
    last = context.now();
    looks += 1;
    const due = looks >= looksBetween;
    if (failed && !due) return;
    try {
      failed = false;
      const isSet = setBy !== 0;
      if (isSet) clockWasSet(context, setBy);
      setBy = 0;
      if (!due && !isSet && !changedByTime(context, from, last)) return;
      looks = 0;
      onTime();
    } catch (error) {
      failed = true;
      looks = 0;
      bug(log, 'clock', error);
    }
  }, lookMs);
  return () => clearInterval(timer);
}

/** What is done as time passes, though nobody did anything. */
export const timePasser = (context: Context, lookAtNight: () => void, publish: () => void): (() => void) => {
  const { store, gallery, isLoaded, serverHealth, now } = context;
  let isSettling = false;
  const settleSome = (): boolean => {
    isSettling = gallery.settle();
    return isSettling;
  };
  return () => {
    serverHealth.look();
    if (store.trouble() !== null) store.tryAgain();
    closeDay(context);
    lookAtNight();
    // When nobody waits, since of a large gallery it takes a while.
    const isQuiet = !isSettling && isLoaded() && store.tickets.waiting(todayOf({ store, now })).length === 0;
    if (isQuiet) inPieces(settleSome, shortTurns);
    publish();
  };
};
