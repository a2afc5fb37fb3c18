/** How many years are offered. */
export const yearsOffered = 4;
/** Years that lie so close together that each could be anybody's of about that age. */
const windowYears = 13;
/** As far back as the contract lets a birth year be. */
const earliest = 1900;

/** Of whom the question is asked: the right year, and what the choice of the others follows. */
export type AskedYear = {
  readonly birthYear: number;
  /** The last year whose children were of age when this visitor registered. */
  readonly latest: number;
  /** At least 32 bytes that nobody without the office's key can guess, always the same for the same visitor. */
  readonly digest: Uint8Array;
};

/**
 * The years that are offered beside the right one, in the order in which they are taken. They lie with it in a window of
 * 13 years at a place that the digest chooses, so that neither the middle nor an end of what is offered tells anything;
 * and they are always the same, so that asking again tells nothing either.
 */
function decoysOf({ birthYear, latest, digest }: AskedYear): number[] {
  const at = (index: number): number => (digest[2 * index] ?? 0) * 256 + (digest[2 * index + 1] ?? 0);
  const wanted = birthYear - (at(0) % windowYears);
  const start = Math.max(earliest, Math.min(wanted, Math.max(latest, birthYear) - windowYears + 1));
  const years = Array.from({ length: windowYears }, (_, i) => start + i).filter((year) => year !== birthYear);
  // Fisher and Yates.
  for (let i = 0; i < years.length; i++) {
    const j = i + (at(i + 1) % (years.length - i));
    [years[i], years[j]] = [years[j] ?? 0, years[i] ?? 0];
  }
  return years;
}

/**
 * Four years to choose from, ascending: the right one of each who is asked about, and others taken in turn from the
 * decoys of each.
 * @param asked one visitor, or two whose years differ.
 */
export function birthYearsOffered(asked: readonly AskedYear[]): number[] {
  const years = new Set(asked.map(({ birthYear }) => birthYear));
  const decoys = asked.map(decoysOf);
  for (let i = 0; years.size < yearsOffered; i++) {
    const next = decoys[i % decoys.length]?.find((year) => !years.has(year));
    if (next === undefined) break;
    years.add(next);
  }
  return [...years].sort((one, other) => one - other);
}
