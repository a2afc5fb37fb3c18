import type { Measured } from './measured.ts';

/** The value below which a share of them lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => at(values, 0.5);

/** What happened in a process while something was sent. */
export type Round = {
  /** Its processor time, µs. */
  readonly cpuUs: number;
  /** When the last had it, ms from the start. */
  readonly lastMs: number;
};

/** @param send returns when each had it, ms since 1970. */
export async function measure(
  { usage }: Pick<Measured, 'usage'>,
  send: () => Promise<number[]>,
): Promise<Round> {
  const before = await usage();
  const start = performance.timeOrigin + performance.now();
  const times = await send();
  const after = await usage();
  return {
    cpuUs: after.cpuUs - before.cpuUs,
    lastMs: Math.max(...times) - start,
  };
}
