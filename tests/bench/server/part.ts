/** A part of `npm run bench:server`. */
export type Part = {
  /** One line: what is measured, and beside what. */
  readonly what: string;
  /** Measures, and says the figures line by line: medians, and ratios to what was measured beside it. */
  readonly run: (say: (line: string) => void) => Promise<void>;
};
