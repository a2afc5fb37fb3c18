/** Arithmetic on embeddings. Pure. */
import { meanEmbedding } from '../../shared/domain/matching.ts';

/** The same direction with length one; the zero vector stays as it is. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector.slice() : vector.map((value) => value / length);
}

/** A person's template from several pictures (`meanEmbedding`). @throws Error if they have no mean: a network has failed. */
export function meanDirection(embeddings: readonly Float32Array[]): Float32Array {
  const mean = meanEmbedding(embeddings);
  if (mean === null) throw new Error('a network’s embeddings are no directions');
  return mean;
}

/** Cosine of two L2-normalised embeddings of the same set: 1 is the same direction. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/**
 * Several networks' L2-normalised embeddings of one face as one, L2-normalised: the cosine of two such is the sum of
 * the networks' cosines, each times its weight (the weights' sum being one).
 */
export function joinParts(
  parts: readonly { readonly embedding: Float32Array; readonly weight: number }[],
): Float32Array {
  const joined = parts.flatMap(({ embedding, weight }) =>
    Array.from(embedding, (value) => value * Math.sqrt(weight)),
  );
  return normalise(Float32Array.from(joined));
}
