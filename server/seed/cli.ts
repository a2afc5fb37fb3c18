import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BusinessDay } from '../../shared/domain/ids.ts';
import { StartError } from '../startError.ts';
import { fillFolder } from './fill.ts';
import type { PastKind } from './past/days.ts';
import { busynesses } from './past/days.ts';

/**
 * `npm run seed`: an invented past in a new data folder, or in one whose office nobody has used. The same seed and last
 * day give the same past.
 */
const usage =
  'npm run seed -- --day quiet|normal|busy | --week | --year [--seed 1] [--until yyyy-mm-dd] [--data data]';

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      day: { type: 'string' },
      week: { type: 'boolean', default: false },
      year: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      until: { type: 'string' },
      data: { type: 'string', default: 'data' },
    },
  });
  const busyness = busynesses.find((one) => one === values.day);
  if (values.day !== undefined && busyness === undefined)
    throw new TypeError(`--day is one of ${busynesses.join(', ')}`);
  const asked: PastKind[] = [
    ...(busyness === undefined ? [] : [{ kind: 'day', busyness } as const]),
    ...(values.week ? [{ kind: 'week' } as const] : []),
    ...(values.year ? [{ kind: 'year' } as const] : []),
  ];
  const [past] = asked;
  if (past === undefined || asked.length > 1) throw new TypeError('say one of --day, --week and --year');
  if (!/^\d{1,9}$/u.test(values.seed)) throw new TypeError('--seed is a whole number');
  const { until } = values;
  if (until !== undefined && !(/^\d{4}-\d{2}-\d{2}$/u.test(until) && Date.parse(until) > 0))
    throw new TypeError('--until is a day such as 2026-11-20');
  return {
    data: resolve(values.data),
    wanted: { past, seed: Number(values.seed), last: (until ?? null) as BusinessDay | null },
  };
}

async function main(): Promise<void> {
  try {
    const { data, wanted } = optionsOf(process.argv.slice(2));
    const { tickets, days, last, firstManager } = await fillFolder(data, wanted, Date.now());
    console.log(`${tickets} numbers on ${days} days until ${last} in ${data}. All of it is invented.`);
    if (firstManager !== null)
      console.log(
        `Manager: user name ${firstManager.login}, password ${firstManager.password} (shown only this once).`,
      );
  } catch (error) {
    if (!(error instanceof StartError || error instanceof TypeError)) throw error;
    console.error(error instanceof StartError ? error.message : `${error.message}. Usage: ${usage}`);
    process.exitCode = 2;
  }
}

await main();
