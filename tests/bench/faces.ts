/**
 * How well the model sets tell people apart, beside face-api.js and Human as they document themselves:
 * `npm run bench:faces -- [--data DIR] [--set ID]`, without `--set` all that are complete. DIR holds
 * `<group>/<identity>/<n>.jpg` and may hold `asian.txt` (identities of a subset, one a line). Any number of people will
 * do: what there are too few of to see is said instead of printed.
 *
 * Photographs are decoded in a browser; everything after that is the kiosk's own engine and the server's own
 * comparison. What the networks said is kept in tests/results/faces for the next run; the trade-offs are drawn there.
 * `--write-prior` writes the sets' `models/priors/<set>.json` from the data instead.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { missingFiles } from '../../models/files.ts';
import { readManifest } from '../../models/manifest.ts';
import { readPrior } from '../../models/prior.ts';
import type { ModelSet } from '../../models/set.ts';
import { ownFolders, prepareModels } from '../../models/sync.ts';
import { humanOf } from './faces/human.ts';
import { FIELD, readIdentities } from './faces/pictures.ts';
import type { Identity } from './faces/pictures.ts';
import { writePrior } from './faces/prior.ts';
import { reportPopulation } from './faces/report.ts';
import type { Entrant } from './faces/report.ts';
import { peopleFor, priorOf, systemsOf } from './faces/systems.ts';
import { nodeEngine } from './nodeEngine.ts';
import { print } from './vision/say.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../../../shared/faces') },
    set: { type: 'string' },
    'write-prior': { type: 'boolean', default: false },
  },
});
const { data } = options;

/** Says every now and then how far a long job is. */
const progress = (what: string) => (done: number, all: number) => {
  if (done % 500 === 0) print(`${what}: ${done} of ${all} pictures`);
};

/** The sets that were asked for and are complete; says which are not. */
async function completeSets(): Promise<ModelSet[]> {
  const complete: ModelSet[] = [];
  for (const set of readManifest().sets) {
    if (options.set !== undefined && options.set !== set.id) continue;
    const { needed } = await missingFiles(ownFolders.prepared, set);
    if (needed.length === 0) complete.push(set);
    else print(`skipped: ${set.id} lacks ${needed.join(', ')}`);
  }
  return complete;
}

/** Whether the shipped means of the population were made from this data. */
const madeTheShippedMeans = existsSync(join(data, 'lfw'));

/** Of systems that ship none. */
const noThresholds = { general: null, asian: null };

/** The systems of a set, on everybody and on the subset; with the mean of the population that ships. */
async function entrantsOf(
  set: ModelSet,
  identities: readonly Identity[],
  asian: ReadonlySet<string>,
): Promise<{ all: Entrant[]; subset: Entrant[] }> {
  const files = identities.flatMap(({ pictures }) => pictures.flatMap((one) => (one ? [one.file] : [])));
  const described = set.id === 'embedded' ? await humanOf(files, FIELD, progress('Human')) : new Map();
  const all: Entrant[] = [];
  const subset: Entrant[] = [];
  for (const system of systemsOf(set, described)) {
    const { general, asian: ofAsian } = system.name === set.id ? set.thresholds : noThresholds;
    const people = peopleFor(identities, set, system);
    const others = people.filter(({ name }) => !asian.has(name));
    const prior = readPrior(set);
    all.push({ system, people, prior, shipped: general });
    // A site's own faces are not in what ships: where these are, the mean is made again without them.
    const fair = madeTheShippedMeans ? priorOf(others, asian) : prior;
    subset.push({
      system,
      people: people.filter(({ name }) => asian.has(name)),
      prior: fair,
      shipped: ofAsian,
    });
  }
  return { all, subset };
}

await prepareModels();
if (!existsSync(data)) {
  print(`skipped: ${data} is not there (identity folders with photographs; docs/face.md)`);
  process.exit(0);
}
const names = await readFile(join(data, 'asian.txt'), 'utf8').catch(() => '');
const asian = new Set(names.split(/\s+/).filter(Boolean));
const entrants: { all: Entrant[]; subset: Entrant[] }[] = [];
for (const set of await completeSets()) {
  const identities = await readIdentities(data, await nodeEngine(set.id, 4), progress(set.id));
  if (options['write-prior'])
    print(`${set.id}: wrote the mean of ${await writePrior(set, identities, asian)} people of ${data}`);
  else entrants.push(await entrantsOf(set, identities, asian));
}
if (entrants.length > 0) {
  await reportPopulation(
    'everybody',
    entrants.flatMap(({ all }) => all),
  );
  if (entrants.some(({ subset }) => subset.some(({ people }) => people.length > 0)))
    await reportPopulation(
      'East-Asian',
      entrants.flatMap(({ subset }) => subset),
    );
  else print(`\nNo East-Asian subset: ${join(data, 'asian.txt')} names nobody who is there.`);
}
process.exit(0);
