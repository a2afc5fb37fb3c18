import type { Millis } from '../../shared/domain/ids.ts';

/** So many calls at once, and so many more each second. */
const burst = 60;
const perSecond = 5;

type Bucket = { left: number; at: Millis };

/**
 * Lets each caller make 60 calls at once and five a second from then on, so that a system that has run wild keeps nobody
 * else waiting. Kept in memory.
 * @returns ms until the next call is let through; 0: this one is.
 */
export function makeRate(): (who: string, now: Millis) => Millis {
  const buckets = new Map<string, Bucket>();
  const filled = ({ left, at }: Bucket, now: Millis): number =>
    // A clock that was set back fills nothing, and empties nothing.
    Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  return (who, now) => {
    for (const [other, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(other);
    const left = filled(buckets.get(who) ?? { left: burst, at: now }, now);
    buckets.set(who, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perSecond) * 1000);
  };
}
