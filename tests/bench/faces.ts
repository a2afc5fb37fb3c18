/**
 * How well the model sets tell people apart: `npm run bench:faces -- [--data DIR] [--set ID]`, without `--set` all
 * that are complete. DIR holds `<group>/<identity>/<n>.jpg` and `asian.txt` (identities of the subset, one a line).
 * Photographs are decoded in a browser; everything after that is the kiosk's own engine and the server's own
 * comparison. What the networks said is kept in tests/results/faces for the next run; the trade-offs are drawn there. `--write-prior` writes the
 * sets' `models/priors/<set>.json` from the data instead.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { missingFiles } from '../../models/files.ts';
import { readManifest } from '../../models/manifest.ts';
import { PRIORS } from '../../models/prior.ts';
import type { PriorFile } from '../../models/prior.ts';
import type { ModelSet } from '../../models/set.ts';
import { ownFolders, prepareModels } from '../../models/sync.ts';
import { thresholdsFor } from '../../shared/domain/matching.ts';
import type { MeasuredThresholds } from '../../shared/domain/matching.ts';
import { detPlot } from './det.ts';
import type { Curve } from './det.ts';
import { nodeEngine } from './nodeEngine.ts';
import { readIdentities, RESULTS } from './pictures.ts';
import type { Identity } from './pictures.ts';
import { deviation, equalErrorRate, interval, shareAtLeast, thresholdAt } from './rates.ts';
import type { Scores } from './rates.ts';
import { asShipped, peopleFor, priorOf, systemsOf } from './systems.ts';
import type { System } from './systems.ts';
import { makeTrial, openSet, ownAccept, verification } from './trial.ts';
import type { Comparison, Person, Trial } from './trial.ts';

const PICTURES = [
  [1, 1],
  [3, 1],
  [3, 3],
] as const;
const DRAWS = 10;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const about = (share: number, of: number): string =>
  `${percent(share)} (${interval(share, of)
    .map((edge) => (100 * edge).toFixed(1))
    .join('–')})`;

function reportPairs(scores: Scores): void {
  const { genuine, impostor } = scores;
  print(
    `    ${genuine.length} pairs of one person, ${impostor.length} of two, spread ${deviation(impostor).toFixed(3)}; EER ${percent(equalErrorRate(scores))}`,
  );
  for (const rate of [1e-3, 1e-4, 1e-5]) {
    // Fewer than one pair could be let through: the rate cannot be seen in this many.
    if (impostor.length * rate < 1) continue;
    const at = thresholdAt(impostor, rate);
    print(
      `    FMR ${rate}: FNMR ${about(1 - shareAtLeast(genuine, at), genuine.length)} at ${at.toFixed(3)}`,
    );
  }
}

function reportSearches(
  trial: Trial,
  comparison: Comparison,
  sizes: readonly number[],
  shipped: MeasuredThresholds | null,
): void {
  for (const size of sizes) {
    const { strangers, enrolled, firstRank } = openSet(trial, comparison, size, DRAWS);
    const rates = [0.01, 0.001].map((rate) => {
      const at = thresholdAt(strangers, rate);
      return `FPIR ${percent(rate)}: FNIR ${percent(1 - shareAtLeast(enrolled, at))} at ${at.toFixed(3)}`;
    });
    const wanted = shipped === null ? null : thresholdsFor(shipped, size);
    const own = wanted === null ? null : ownAccept(trial, comparison, size);
    const looked = wanted === null ? [] : [wanted.accept, wanted.unsure, ...(own === null ? [] : [own])];
    const found = looked.map(
      (at) =>
        `at ${at.toFixed(3)}: FPIR ${percent(shareAtLeast(strangers, at))}, FNIR ${percent(1 - shareAtLeast(enrolled, at))}`,
    );
    print(
      `    ${size} enrolled, ${strangers.length} searches of strangers, ${enrolled.length} of enrolled; rank 1 ${percent(firstRank)}; ${[...rates, ...found].join('; ')}${own === null ? '' : " (the last: what the gallery's own strangers call for)"}`,
    );
  }
}

/** What is drawn in one picture, by its name. */
const plots = new Map<string, Curve[]>();

async function drawPlots(): Promise<void> {
  for (const [name, curves] of plots) {
    const path = join(RESULTS, `det ${name.replace('/', '-')}.svg`);
    await writeFile(path, detPlot(name, curves));
    print(`drew ${path}`);
  }
}

function report(
  shownAs: 'everybody' | 'East-Asian',
  people: readonly Person[],
  system: System,
  prior: Float32Array,
  sizes: readonly number[],
  shipped: MeasuredThresholds | null,
): Scores[] {
  const comparison = system.comparison(prior);
  return PICTURES.flatMap(([enrolled, probed]) => {
    const trial = makeTrial(people, enrolled, probed, comparison);
    if (trial.probes.length === 0) return [];
    print(`  ${enrolled}/${probed}`);
    const scores = verification(trial, comparison);
    const plot = `${shownAs} ${enrolled}/${probed}`;
    plots.set(plot, [...(plots.get(plot) ?? []), { name: system.name, scores }]);
    reportPairs(scores);
    reportSearches(
      trial,
      comparison,
      sizes.filter((size) => size < people.length),
      shipped,
    );
    return [scores];
  });
}

/**
 * How much further up the thresholds have to be for the subset: too few of its pairs are as alike as a threshold to
 * count them there, but how widely all of them spread about their mean is well seen, and so are the highest 1 %.
 */
function reportStretch(all: readonly Scores[], subset: readonly Scores[]): void {
  const [one, other] = [all[0]?.impostor, subset[0]?.impostor];
  if (one === undefined || other === undefined) return;
  const times = (of: (scores: Float64Array) => number): string => (of(other) / of(one)).toFixed(2);
  print(
    `  strangers, 1/1, spread ${times(deviation)} times as wide as everybody's; the highest 1 % begin ${times((scores) => thresholdAt(scores, 0.01))} times as high, the highest 0.3 % ${times((scores) => thresholdAt(scores, 0.003))} times`,
  );
}

/** A gallery of two, where the prior counts most: tried on one half of the people, made with the other half. */
function reportNewOffice(
  subset: readonly Person[],
  others: readonly Person[],
  system: System,
  asian: ReadonlySet<string>,
  shipped: MeasuredThresholds | null,
): void {
  const halves = [0, 1].map((half) => subset.filter((_, index) => index % 2 === half));
  for (const [one = [], other = []] of [halves, halves.toReversed()]) {
    const comparison = system.comparison(priorOf([...others, ...other], asian));
    print(`\n${system.name}; East-Asian, the first two of a new office: prior with the other half; 3/1`);
    reportSearches(makeTrial(one, 3, 1, comparison), comparison, [2], shipped);
  }
}

/** Of systems that ship no thresholds. */
const none = { general: null, asian: null };

function reportSet(set: ModelSet, identities: readonly Identity[], asian: ReadonlySet<string>): void {
  for (const system of systemsOf(set)) {
    const { general, asian: ofAsian } = system.name === set.id ? set.thresholds : none;
    const people = peopleFor(identities, set, system);
    const subset = people.filter(({ name }) => asian.has(name));
    const others = people.filter(({ name }) => !asian.has(name));
    const pictures = people.reduce((sum, { embeddings }) => sum + embeddings.length, 0);
    print(`\n${system.name}; all: ${people.length} people, ${pictures} pictures that the gate lets through`);
    const all = report('everybody', people, system, priorOf(people, asian), [100, 800], general);
    if (subset.length === 0) continue;
    // The prior is of other people than those it is tried on: a site's own faces are not in what is shipped.
    print(`\n${system.name}; East-Asian: ${subset.length} people, prior without them`);
    const few = report('East-Asian', subset, system, priorOf(others, asian), [14], ofAsian);
    reportStretch(all, few);
    if (system.name === set.id) reportNewOffice(subset, others, system, asian, ofAsian);
  }
}

async function writePrior(
  set: ModelSet,
  identities: readonly Identity[],
  asian: ReadonlySet<string>,
  data: string,
): Promise<void> {
  const people = peopleFor(identities, set, asShipped(set));
  const mean = [...priorOf(people, asian)].map((value) => Number(value.toFixed(5)));
  const count = people.filter(({ name }) => asian.has(name)).length;
  const prior: PriorFile = {
    madeFrom: `The mean over ${people.length} people of Labeled Faces in the Wild, half of it over ${count} with East-Asian faces, half over the others: for each person the mean of their pictures' embeddings. Of no single person. Made by npm run bench:faces -- --write-prior.`,
    mean,
  };
  await mkdir(PRIORS, { recursive: true });
  await writeFile(join(PRIORS, set.population.prior), `${JSON.stringify(prior)}\n`);
  print(`${set.id}: wrote the mean of ${people.length} people of ${data}`);
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../../../shared/faces') },
    set: { type: 'string' },
    'write-prior': { type: 'boolean', default: false },
  },
});
await prepareModels();
const { data } = options;
for (const set of readManifest().sets) {
  if (options.set !== undefined && options.set !== set.id) continue;
  const missing = await missingFiles(ownFolders.prepared, set);
  if (!existsSync(data))
    print(`skipped: ${data} is not there (identity folders with photographs; docs/face.md)`);
  else if (missing.length > 0) print(`skipped: ${set.id} lacks ${missing.join(', ')}`);
  else {
    const names = await readFile(join(data, 'asian.txt'), 'utf8').catch(() => '');
    const asian = new Set(names.split(/\s+/).filter(Boolean));
    const identities = await readIdentities(data, await nodeEngine(set.id, 4), (done, all) => {
      if (done % 500 === 0) print(`${set.id}: ${done} of ${all} pictures`);
    });
    if (options['write-prior']) await writePrior(set, identities, asian, data);
    else reportSet(set, identities, asian);
  }
}
await drawPlots();
process.exit(0);
