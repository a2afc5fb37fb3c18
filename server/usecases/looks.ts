import type { Actor } from './records.ts';
import type { Rate } from './rate.ts';
import { makeRate } from './rate.ts';

/**
 * How often each kiosk may ask who somebody is, by face or by card: thirty times at once, and ten times a minute from
 * then on. People come one after another, each has to stand still for a run of frames, and a visit that is given up
 * takes seconds, so that a busy kiosk stays far below it. Somebody who sends made-up faces in order to find one that is
 * let in (hill climbing) needs tens of thousands of answers, and gets 600 an hour.
 */
export const makeLooks = (): Rate<Actor> => makeRate({ burst: 30, perSecond: 1 / 6 });
