import type { Millis } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';

/** Less than any clock is set by that is behind what was done last. */
const behindMs = 2_000;

/**
 * Lets everything that is to last so long last as long as it would have, though the clock was set: cool-downs, sessions,
 * pairing codes, pauses between tries. Told to managers, and kept in the audit.
 * @param by ms; less than 0: back.
 */
export function clockWasSet({ store, faceMemory, serverHealth, now }: Context, by: Millis): void {
  const at = now();
  store.transaction(() => {
    store.deadlines.move(by);
    store.audit.add('system', 'clock:set', { by }, at);
  });
  faceMemory.moveDeadlines(by);
  serverHealth.keepClockSet({ by, at });
}

/**
 * At the start: a clock that is behind what was done last was set back meanwhile, at least so far. Of one that is ahead
 * nobody knows whether the server was only off.
 */
export function heedClockAtStart(context: Context): void {
  const last = context.store.audit.lastAt();
  if (last !== null && last - context.now() >= behindMs) clockWasSet(context, context.now() - last);
}
