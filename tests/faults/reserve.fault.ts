import type { Effort, Fault } from './fault.ts';
import { expectNone } from './fault.ts';
import { runReserve } from './reserveRun.ts';

const cutsOf: Readonly<Record<Effort, number>> = { short: 1, long: 20, full: 100 };

export const reserveAway: Fault = {
  name: 'a kiosk without its server',
  promise: 'every number that was shown is in line once, at its time, and no number is twice',
  happen: async (effort) => {
    const of = { cuts: cutsOf[effort], numbers: 6, officers: 8, seed: Date.now() };
    const { cuts, serverKills, kioskKills, offline, done, faults } = await runReserve(of);
    expectNone(`numbers (seed ${of.seed})`, faults);
    return (
      `${cuts} cuts, the server killed ${serverKills} times and the kiosk ${kioskKills} times; ` +
      `${offline} numbers read off its screen, ${done} requests of others carried out`
    );
  },
};
