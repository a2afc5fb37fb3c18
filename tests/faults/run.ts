import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Effort, Fault } from './fault.ts';

/**
 * `npm run faults`: lets everything of `*.fault.ts` beside this file go wrong, one after the other, and prints what is
 * promised and what happened. `npm run faults -- power` takes only the files whose names begin so; `--full` tries more.
 */
async function faultsOf(name: string): Promise<readonly Fault[]> {
  const exported = (await import(join(import.meta.dirname, name))) as Readonly<Record<string, Fault>>;
  return Object.values(exported);
}

/** Lets one go wrong, and says so. @returns whether the promise was kept. */
async function tryOne(fault: Fault, effort: Effort): Promise<boolean> {
  const started = performance.now();
  const happened = await fault.happen(effort).then(
    (said) => ({ kept: true, said }),
    (error: unknown) => ({ kept: false, said: error instanceof Error ? error.message : String(error) }),
  );
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  console.log(`${happened.kept ? '✓' : '✗'} ${fault.name} (${seconds} s)`);
  console.log(`    promised: ${fault.promise}`);
  console.log(`    happened: ${happened.said}\n`);
  return happened.kept;
}

const effort: Effort = process.argv.includes('--full') ? 'full' : 'long';
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.fault.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))
  .toSorted();
process.env['LUOT_LOG'] = 'silent';
let broken = 0;
for (const file of files)
  for (const fault of await faultsOf(file)) if (!(await tryOne(fault, effort))) broken += 1;
console.log(broken === 0 ? 'Every promise was kept.' : `${broken} promises were not kept.`);
process.exitCode = broken === 0 && files.length > 0 ? 0 : 1;
