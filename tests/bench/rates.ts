/** Error rates of a face comparison from scores. Pure. */

export type Scores = { readonly genuine: readonly number[]; readonly impostor: readonly number[] };

/** Share of `scores` at or above `threshold`; `sorted` is ascending. */
function shareAtLeast(sorted: Float64Array, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < threshold) low = middle + 1;
    else high = middle;
  }
  return sorted.length === 0 ? 0 : (sorted.length - low) / sorted.length;
}

/** The lowest threshold at which no more than `rate` of the impostor scores (ascending) are accepted. */
export function thresholdAt(impostor: Float64Array, rate: number): number {
  const allowed = Math.floor(impostor.length * rate);
  const score = impostor[impostor.length - 1 - allowed] ?? 1;
  return score + 1e-6;
}

type Rates = { readonly falseMatch: number; readonly falseNonMatch: number };

export function ratesAt({ genuine, impostor }: Scores, threshold: number): Rates {
  const falseMatch = shareAtLeast(Float64Array.from(impostor).sort(), threshold);
  const falseNonMatch = 1 - shareAtLeast(Float64Array.from(genuine).sort(), threshold);
  return { falseMatch, falseNonMatch };
}
