/** How much is tried: `long` is `npm run faults`, `full` is with `--full`, `short` is what `npm test` has time for. */
export type Effort = 'short' | 'long' | 'full';

/** One thing that can go wrong in an office, and what is promised then. */
export type Fault = {
  readonly name: string;
  readonly promise: string;
  /**
   * Lets it go wrong.
   * @returns what happened, with figures, in a few words.
   * @throws what of the promise was not kept.
   */
  readonly happen: (effort: Effort) => Promise<string>;
};

/** Throws unless nothing is wrong; shows the first few of what is. */
export function expectNone(what: string, wrong: readonly string[]): void {
  if (wrong.length === 0) return;
  const more = wrong.length > 5 ? ` … and ${wrong.length - 5} more` : '';
  throw new Error(`${what}: ${wrong.slice(0, 5).join('; ')}${more}`);
}

/** Throws with these words unless it is so. */
export function expectThat(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}
