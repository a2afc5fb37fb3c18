import type { Millis } from '../../shared/domain/ids.ts';

/** So many at once, and so many more each second. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

/** @returns ms until the next is let through; 0: this one is. */
export type Rate<Who> = (who: Who, now: Millis) => Millis;

type Bucket = { left: number; at: Millis };

/** Lets each caller do so much and no more, so that one that has run wild keeps nobody else waiting. Kept in memory. */
export function makeRate<Who>({ burst, perSecond }: Allowance): Rate<Who> {
  const buckets = new Map<Who, Bucket>();
  const filled = ({ left, at }: Bucket, now: Millis): number =>
    // A clock that was set back fills nothing, and empties nothing.
    Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  return (who, now) => {
    if (!buckets.has(who))
      for (const [other, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(other);
    const left = filled(buckets.get(who) ?? { left: burst, at: now }, now);
    buckets.set(who, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perSecond) * 1000);
  };
}
