import { dot } from '../../../server/gallery/coarse.ts';
import { commonMean } from '../../../shared/domain/matching.ts';
import { uniform } from '../../../shared/domain/random.ts';
import { acceptFromStrangers } from '../../../shared/domain/strangers.ts';
import type { Comparison, Trial } from './trial.ts';

/** What the strangers in one gallery of `size` people drawn at random call for; null if they are too few to tell. */
export function ownAccept(trial: Trial, { population, score }: Comparison, size: number): number | null {
  const next = uniform(size);
  const drawn = [...trial.templates.keys()]
    .map((index) => ({ index, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, size)
    .map(({ index }) => trial.templates[index] ?? new Float32Array());
  const sum = new Float64Array(drawn[0]?.length ?? 0);
  for (const template of drawn)
    for (const [at, value] of template.entries()) sum[at] = (sum[at] ?? 0) + value;
  const mean = population === null ? sum.fill(0) : commonMean(population, sum, size);
  const mm = dot(mean, mean);
  const sides = drawn.map((vector) => ({ vector, own: dot(vector, vector), common: dot(vector, mean) }));
  const best = sides.map((probe) =>
    sides.reduce((most, template) => {
      if (template === probe) return most;
      const pt = dot(probe.vector, template.vector);
      const [pp, tt, pm, tm] = [probe.own, template.own, probe.common, template.common];
      return Math.max(most, score({ pt, pp, tt, pm, tm, mm }));
    }, -Infinity),
  );
  return acceptFromStrangers(best);
}
