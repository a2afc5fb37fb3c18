import type { VisitorId } from './ids.ts';

/** Cosine similarities, -1..1. `accept` > `unsure`. */
export type MatchThresholds = {
  readonly accept: number;
  readonly unsure: number;
  /** How far the best identity must be ahead of the second, so that look-alikes are never guessed between. */
  readonly margin: number;
};

/** Thresholds of a model set, measured in galleries of `enrolled` templates. */
export type MeasuredThresholds = MatchThresholds & {
  readonly enrolled: number;
  /** How much more alike two must be with each tenfold of templates, so that as few strangers are accepted. */
  readonly perTenfold: number;
};

/** How far an office's own figure may lie below and above the measured one before it is not believed. */
const ownLowersAtMost = 0.05;
const ownRaisesAtMost = 0.1;

/**
 * What is asked of a match in a gallery of this many templates: each is another chance for a stranger to be like
 * somebody, so more are asked for more.
 * @param own the `accept` that the strangers in this very gallery call for (`strangers.ts`), or null while they are too
 *        few to tell. It takes over within bounds around the measured one.
 */
export function thresholdsFor(
  measured: MeasuredThresholds,
  templates: number,
  own: number | null = null,
): MatchThresholds {
  const more = measured.perTenfold * Math.log10(Math.max(1, templates) / measured.enrolled);
  const accept = measured.accept + more;
  const shift = own === null ? 0 : Math.min(ownRaisesAtMost, Math.max(-ownLowersAtMost, own - accept));
  return { accept: accept + shift, unsure: measured.unsure + more + shift, margin: measured.margin };
}

/**
 * From here on two templates are as alike as pictures of one person are, far more than look-alikes: half-way from
 * `accept` to the same.
 */
export const samePersonFrom = ({ accept }: Pick<MatchThresholds, 'accept'>): number => (1 + accept) / 2;

export type Candidate = { readonly visitorId: VisitorId; readonly similarity: number };

/**
 * What the faces of a population have in common, expected before anybody is enrolled: it tells nobody apart, so it is
 * taken out before two embeddings are compared.
 */
export type Population = {
  /** `Float32Array[dimension]`, the mean of L2-normalised embeddings. */
  readonly mean: Float32Array;
  /** As many enrolled templates outweigh it. */
  readonly weight: number;
};

export type MatchDecision =
  | { readonly kind: 'accepted'; readonly visitorId: VisitorId }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'unknown' };

/**
 * What a search result means.
 * @param best,second the two most similar *different* identities, or null when there are not as many.
 */
export function decide(
  best: Candidate | null,
  second: Candidate | null,
  thresholds: MatchThresholds,
): MatchDecision {
  // Asked so that a similarity that is not a number matches nobody.
  if (best === null || !(best.similarity >= thresholds.unsure)) return { kind: 'unknown' };
  const ahead = second === null || best.similarity - second.similarity >= thresholds.margin;
  return best.similarity >= thresholds.accept && ahead
    ? { kind: 'accepted', visitorId: best.visitorId }
    : { kind: 'unsure' };
}

/**
 * The mean of some embeddings, each L2-normalised first and the mean normalised again, so that no frame counts more
 * than another.
 * @param embeddings at least one, all `Float32Array[n]` of the same n.
 * @returns `Float32Array[n]` of length 1, or null if there are none, they differ in dimension, hold a number that is
 *          not finite, or cancel out.
 */
export function meanEmbedding(embeddings: readonly ArrayLike<number>[]): Float32Array | null {
  const dimension = embeddings[0]?.length ?? 0;
  const sum = new Float64Array(dimension);
  for (const embedding of embeddings) {
    if (embedding.length !== dimension) return null;
    const length = Math.hypot(...Array.from(embedding));
    if (!(length > 0) || !Number.isFinite(length)) return null;
    for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (embedding[i] ?? 0) / length;
  }
  const length = Math.hypot(...sum);
  return length > 1e-9 && Number.isFinite(length) ? Float32Array.from(sum, (x) => x / length) : null;
}

/**
 * The mean of the expected population and of those who are enrolled.
 * @param sum of the enrolled templates, `Float64Array[dimension]`; `count` of them.
 * @returns `Float64Array[dimension]`; zeros if neither the population nor anybody counts.
 */
export function commonMean(population: Population, sum: Float64Array, count: number): Float64Array {
  const weight = population.weight + count;
  return sum.map((x, i) => (weight === 0 ? 0 : (x + population.weight * (population.mean[i] ?? 0)) / weight));
}

/** Dot products of a probe p, a template t and the common mean m. */
export type Products = {
  readonly pt: number;
  readonly pp: number;
  readonly tt: number;
  readonly pm: number;
  readonly tm: number;
  readonly mm: number;
};

/** The cosine of p - m and t - m, -1..1; 0 where one of them is no direction. */
export function centredCosine({ pt, pp, tt, pm, tm, mm }: Products): number {
  const lengths = Math.sqrt(Math.max(0, pp - 2 * pm + mm)) * Math.sqrt(Math.max(0, tt - 2 * tm + mm));
  return lengths > 1e-9 ? (pt - pm - tm + mm) / lengths : 0;
}
