/** With so many different people enrolled their likeness to one another says more than figures measured elsewhere. */
export const strangersNeeded = 200;

/** One stranger in a thousand may be taken for somebody. */
const falsePositiveRate = 0.001;

/** The value below which a share of ascending numbers lies, with interpolation. */
function quantile(ascending: readonly number[], share: number): number {
  const at = (ascending.length - 1) * share;
  const below = ascending[Math.floor(at)] ?? 0;
  const above = ascending[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * The `accept` at which one stranger in a thousand is taken for somebody of a gallery, from how alike everybody in it is
 * to the person most like them among the others: each of them is a stranger to the rest.
 *
 * The largest of many similarities follows Gumbel's law, with quantiles m - b·ln(-ln q), and for similarities whose tail
 * falls like the normal law's their squares follow it much sooner (Hall, Adv. Appl. Prob. 12, 1980). The two parameters
 * are read off the median and the ninth decile: both are seen well, and a few people who are enrolled twice, far out in
 * the tail, change neither much. On Labeled Faces in the Wild it came out 0 to 0.1 above where one stranger in a
 * thousand was (npm run bench:faces).
 * @param best for each visitor the similarity to the most similar other one, in any order.
 * @returns null if there are fewer than `strangersNeeded`.
 */
export function acceptFromStrangers(best: readonly number[]): number | null {
  if (best.length < strangersNeeded) return null;
  const squares = best.map((similarity) => Math.max(0, similarity) ** 2).sort((one, other) => one - other);
  const reduced = (share: number): number => -Math.log(-Math.log(share));
  const [median, decile] = [quantile(squares, 0.5), quantile(squares, 0.9)];
  const scale = (decile - median) / (reduced(0.9) - reduced(0.5));
  return Math.sqrt(median + scale * (reduced(1 - falsePositiveRate) - reduced(0.5)));
}
