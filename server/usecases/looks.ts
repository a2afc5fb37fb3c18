import type { Actor } from './records.ts';
import type { Rate } from './rate.ts';
import { makeRate } from './rate.ts';

/**
 * How often each kiosk may ask who somebody is, by face or by card: thirty times at once, and ten times a minute from
 * then on. People come one after another, each has to stand still for a run of frames, and a screen that was left takes
 * five seconds to close, so that a busy kiosk stays below it. By the threshold one stranger's face in a thousand is let
 * in: somebody who sends made-up faces (hill climbing) waits for more than an hour for the first, and is counted.
 */
export const makeLooks = (): Rate<Actor> => makeRate({ burst: 30, perSecond: 1 / 6 });
