/** Tables and curves of everything that was compared. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasuredThresholds } from '../../../shared/domain/matching.ts';
import { print, table } from '../vision/say.ts';
import { detPlot } from './det.ts';
import type { Curve } from './det.ts';
import { RESULTS } from './pictures.ts';
import { shareAtLeast } from './rates.ts';
import { pairsHeading, pairsRow, searchHeadings, searchRow, shippedHeading, shippedRow } from './row.ts';
import type { System } from './systems.ts';
import { makeTrial, verification } from './trial.ts';
import type { Person, Trial } from './trial.ts';

const PICTURES = [
  [1, 1],
  [3, 1],
  [3, 3],
] as const;

/** A system on its people: everybody or a subset, each with the prior that is fair for them. */
export type Entrant = {
  readonly system: System;
  readonly people: readonly Person[];
  readonly prior: Float32Array;
  /** The set's own thresholds, if it ships any. */
  readonly shipped: MeasuredThresholds | null;
};

/** 100, 800 and everybody; of few people half of them as well, since strangers are needed to search for. */
export function gallerySizes(people: number): number[] {
  const some = [100, 800].filter((size) => size < people);
  return [...(some.length === 0 ? [Math.floor(people / 2)] : some), people];
}

function printDocumented({ name, documentedAt }: System, scores: ReturnType<typeof verification>): void {
  if (documentedAt === undefined) return;
  const share = (part: Float64Array): string =>
    `${(100 * shareAtLeast(part, documentedAt.score)).toFixed(2)} %`;
  print(
    `${name} at its documented ${documentedAt.saidAs}: takes ${share(scores.impostor)} of pairs of two people for one, and ${share(scores.genuine)} of pairs of one.`,
  );
}

function reportShipped(entrants: readonly Entrant[]): void {
  for (const { system, people, prior, shipped } of entrants) {
    if (shipped === null) continue;
    print(`\n${system.name}: the thresholds that ship, raised for the number enrolled`);
    const comparison = system.comparison(prior);
    const rows = PICTURES.flatMap(([enrolled, probed]) => {
      const trial = makeTrial(people, enrolled, probed, comparison);
      if (!trial.probes.some(({ fresh }) => fresh)) return [];
      return gallerySizes(people.length).map((size) => [
        `${enrolled}/${probed}`,
        ...shippedRow(trial, comparison, size, shipped),
      ]);
    });
    table(shippedHeading, rows);
  }
}

/** Prints the tables of one population and writes its curves. `shownAs`: what the population is called. */
export async function reportPopulation(shownAs: string, entrants: readonly Entrant[]): Promise<void> {
  const most = Math.max(...entrants.map(({ people }) => people.length));
  const pictures = entrants.map(
    ({ people }) => `${people.reduce((sum, { embeddings }) => sum + embeddings.length, 0)}`,
  );
  print(`\n## ${shownAs}: ${most} people, ${[...new Set(pictures)].join(' or ')} pictures`);
  for (const [enrolled, probed] of PICTURES) {
    const needed = enrolled + probed;
    const lacking = new Set<string>();
    const curves: Curve[] = [];
    const documented: (() => void)[] = [];
    const rows: string[][] = [];
    for (const { system, people, prior } of entrants) {
      const comparison = system.comparison(prior);
      const trial: Trial = makeTrial(people, enrolled, probed, comparison);
      if (people.length < 2 || !trial.probes.some(({ fresh }) => fresh)) {
        lacking.add(`${system.name}: nobody, or one person only, has the ${needed} pictures it takes`);
        continue;
      }
      const scores = verification(trial, comparison);
      const pairs = pairsRow(scores);
      const searches = searchRow(trial, comparison, gallerySizes(people.length));
      rows.push([
        system.name,
        `${scores.genuine.length} / ${scores.impostor.length}`,
        ...pairs.cells,
        ...searches.cells,
      ]);
      for (const why of [...pairs.lacking, ...searches.lacking]) lacking.add(why);
      curves.push({ name: system.name, scores });
      documented.push(() => printDocumented(system, scores));
    }
    print(`\n### ${shownAs}, ${enrolled}/${probed}\n`);
    if (rows.length > 0)
      table(
        ['system', 'pairs of one / two', ...pairsHeading, ...searchHeadings(gallerySizes(most), most)],
        rows,
      );
    for (const say of documented) say();
    for (const why of lacking) print(`Not measured: ${why}.`);
    if (curves.length === 0) continue;
    const path = join(RESULTS, `det ${shownAs} ${enrolled}-${probed}.svg`);
    await writeFile(path, detPlot(`${shownAs} ${enrolled}/${probed}`, curves));
    print(`Drawn: ${path}`);
  }
  reportShipped(entrants);
}
