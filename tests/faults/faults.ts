import type { ReserveReport } from './reserveRun.ts';
import { runReserve } from './reserveRun.ts';

/** `npm run faults`: what `npm test` tries once, many times over. Each part says what it did, and what was wrong. */

const say = ({ cuts, serverKills, kioskKills, offline, done }: ReserveReport): string =>
  `numbers without the server: ${cuts} cuts, the server killed ${serverKills} times and the kiosk ${kioskKills} times; ` +
  `${offline} numbers read off its screen, ${done} requests of others carried out`;

process.env['LUOT_LOG'] = 'silent';
const report = await runReserve({ cuts: 20, numbers: 6, officers: 8, seed: Date.now() });
console.log(say(report));
for (const fault of report.faults) console.error(fault);
console.log(report.faults.length === 0 ? 'Nothing is wrong.' : `${report.faults.length} faults.`);
process.exitCode = report.faults.length === 0 ? 0 : 1;
