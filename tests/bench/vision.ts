/**
 * What recognising costs in a real browser: `npm run bench:vision -- [--set ID] [--models DIR] [--part PART]`; without
 * `--set` all sets that are complete, after importing from DIR what is there. Parts, without `--part` all of them:
 *
 * - `stages`: ms of each stage of a frame and of the frames of a greeting with 1, 2 and 4 threads, beside face-api.js and
 *   Human on TensorFlow.js's wasm with as many, in the same browser, from the same camera;
 * - `runs`: ms from the first frame of a face to the complete run, in the worker;
 * - `lobby`: the whole kiosk on a real server: greeting, greeting after a cold start, CPU while nobody is there, frames a
 *   second while a head points.
 */
import { parseArgs } from 'node:util';
import { missingFiles } from '../../models/files.ts';
import { readManifest } from '../../models/manifest.ts';
import { importSet } from '../../models/obtain.ts';
import type { ModelSet } from '../../models/set.ts';
import { ownFolders, prepareModels } from '../../models/sync.ts';
import { timeRuns } from './vision/greetings.ts';
import { measureLobby } from './vision/lobby.ts';
import { print } from './vision/say.ts';
import { timeStages } from './vision/stages.ts';

const THREADS = [1, 2, 4];

const { values: options } = parseArgs({
  options: { set: { type: 'string' }, models: { type: 'string' }, part: { type: 'string' } },
});
const wanted = (part: string): boolean => options.part === undefined || options.part === part;

await prepareModels();
const sets: ModelSet[] = [];
for (const set of readManifest().sets) {
  if (options.set !== undefined && options.set !== set.id) continue;
  if (options.models !== undefined) await importSet(ownFolders.prepared, set, options.models);
  const { needed } = await missingFiles(ownFolders.prepared, set);
  if (needed.length === 0) sets.push(set);
  else print(`skipped: ${set.id} lacks ${needed.join(', ')}`);
}
if (wanted('stages')) await timeStages(sets, THREADS);
if (wanted('runs'))
  await timeRuns(
    sets.map(({ id }) => id),
    THREADS,
  );
if (wanted('lobby')) for (const set of sets) await measureLobby(set);
process.exit(0);
