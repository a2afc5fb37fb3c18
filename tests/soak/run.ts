import { parseArgs } from 'node:util';
import { runSoak } from './soak.ts';
import { header, lineOf, sayEnd } from './say.ts';

/**
 * `npm run soak -- [--days 30] [--seed 1]`: an office of 2 kiosks, 12 officers and 40 screens for so many days at speed,
 * on a real server that is looked at every night. Ends with 1 if anything is logged or wrong, or not shown to be flat.
 */
const { values } = parseArgs({
  options: { days: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } },
});
console.log(header);
const report = await runSoak({
  days: Number(values.days),
  seed: Number(values.seed),
  visitors: { from: 250, to: 400 },
  officers: 12,
  // Then one life to the end, so that what leaks has time to show.
  restartsAfter: [1, 3],
  say: (day) => console.log(lineOf(day)),
});
process.exit(sayEnd(report, console.log) ? 0 : 1);
