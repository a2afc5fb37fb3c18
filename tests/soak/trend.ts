import { slope } from '../bench/memory/slope.ts';

/** How something rises by the day, with the bounds of a 95 % confidence interval. */
export type Trend = { readonly perDay: number; readonly from: number; readonly to: number };

/** Student's t for 97.5 %, by degrees of freedom from 1 on; beyond the table the last one is a little too wide. */
const t975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

/** `unclear`: it may rise by more than is allowed, or not; more days would tell. */
export type Verdict = 'flat' | 'unclear' | 'rises';

/** The straight line of least squares through at least three points (day, value). @throws RangeError for fewer. */
export function trendOf(points: readonly (readonly [day: number, value: number])[]): Trend {
  const freedom = points.length - 2;
  if (freedom < 1) throw new RangeError('a trend needs at least three points');
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const perDay = slope(points);
  const along = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const left = points.reduce((sum, [x, y]) => sum + (y - meanY - perDay * (x - meanX)) ** 2, 0);
  const width = (t975[Math.min(freedom, t975.length) - 1] ?? 0) * Math.sqrt(left / freedom / along);
  return { perDay, from: perDay - width, to: perDay + width };
}

/** Whether something is flat: shown to rise by less than `allowed` a day. */
export function verdictOf({ from, to }: Trend, allowed: number): Verdict {
  if (to <= allowed) return 'flat';
  return from > allowed ? 'rises' : 'unclear';
}
