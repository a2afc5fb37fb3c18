/** Error rates of a face comparison from scores. Pure. */
import { uniform } from '../../../shared/domain/random.ts';

export type Scores = { readonly genuine: Float64Array; readonly impostor: Float64Array };

export const sorted = (scores: readonly number[]): Float64Array => Float64Array.from(scores).sort();

/** Share of the scores (ascending) at or above `threshold`. */
export function shareAtLeast(scores: Float64Array, threshold: number): number {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? 0) < threshold) low = middle + 1;
    else high = middle;
  }
  return scores.length === 0 ? 0 : (scores.length - low) / scores.length;
}

/** The lowest threshold that no more than `rate` of the scores (ascending) reach. */
export function thresholdAt(scores: Float64Array, rate: number): number {
  const allowed = Math.floor(scores.length * rate);
  return (scores[scores.length - 1 - allowed] ?? 1) + 1e-6;
}

/** The rate at which as many strangers are taken for somebody as people are missed. */
export function equalErrorRate({ genuine, impostor }: Scores): number {
  let best = { apart: Infinity, rate: Number.NaN };
  for (const threshold of genuine) {
    const missed = 1 - shareAtLeast(genuine, threshold);
    const taken = shareAtLeast(impostor, threshold);
    const apart = Math.abs(missed - taken);
    if (apart < best.apart) best = { apart, rate: (missed + taken) / 2 };
  }
  return best.rate;
}

/** The 95 % interval (Wilson) of a share found in `of` trials. */
export function interval(share: number, of: number): readonly [number, number] {
  const z = 1.96;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

const RESAMPLES = 200;

/**
 * The 95 % interval of what `measure` finds in scores that hang together by person: people are drawn with replacement
 * (200 times, seeded), and with each all of their scores.
 */
export function intervalOverPeople(
  scores: readonly { readonly owner: number; readonly score: number }[],
  measure: (scores: Float64Array) => number,
): readonly [number, number] {
  const next = uniform(scores.length);
  const people = [...Map.groupBy(scores, ({ owner }) => owner).values()].map((own) =>
    own.map(({ score }) => score),
  );
  const found = Array.from({ length: RESAMPLES }, () =>
    measure(sorted(people.flatMap(() => people[Math.floor(next() * people.length)] ?? []))),
  ).toSorted((one, other) => one - other);
  const at = (share: number): number => found[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** The 95 % interval of the share of scores at or above `threshold`; of none or all, from the number of people. */
export function shareInterval(
  scores: readonly { readonly owner: number; readonly score: number }[],
  threshold: number,
): readonly [number, number] {
  const share = scores.filter(({ score }) => score >= threshold).length / scores.length;
  if (share === 0 || share === 1) return interval(share, new Set(scores.map(({ owner }) => owner)).size);
  return intervalOverPeople(scores, (drawn) => shareAtLeast(drawn, threshold));
}
