import type { Millis } from '../../shared/domain/ids.ts';
import type { Caller } from './ports.ts';
import { actorOf } from './ports.ts';
import { makeRate } from './rate.ts';

/** @returns ms until a kiosk may ask again who somebody is; 0: now, and that is counted. */
export type Looks = (caller: Caller, now: Millis) => Millis;

/**
 * How often each paired kiosk may ask who somebody is, by face or by card: thirty times at once, and ten times a minute
 * from then on. People come one after another, each has to stand still for a run of frames, and a screen that was left
 * takes five seconds to close, so that a busy kiosk stays below it. By the threshold one stranger's face in a thousand is
 * let in: somebody who sends made-up faces (hill climbing) waits for more than an hour for the first, and is counted. The
 * server's own machine is not limited: it could do worse.
 */
export function makeLooks(): Looks {
  const waitMs = makeRate<string>({ burst: 30, perSecond: 1 / 6 });
  return (caller, now) =>
    caller.kind === 'device' && caller.deviceId === null ? 0 : waitMs(actorOf(caller), now);
}
