/** @returns the time that so large a share of them is at most; NaN of none. */
export function timeAt(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Median and 99th percentile, for a line. */
export function timesOf(times: readonly number[]): string {
  const [median, late] = [0.5, 0.99].map((share) => timeAt(times, share).toFixed(2).padStart(8));
  return `p50 ${median} ms  p99 ${late} ms`;
}
