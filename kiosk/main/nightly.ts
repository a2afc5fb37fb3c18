/** A time of day by the machine's clock. */
export type TimeOfDay = { readonly hour: number; readonly minute: number };

/** An office that was not idle in these hours after the time is left alone until the next night. */
const windowMs = 3 * 3_600_000;

/**
 * Whether the nightly restart is due: its time was passed less than three hours ago, and the shell runs since before it.
 * @param now, startedAt ms since 1970.
 */
export function isDue(at: TimeOfDay, startedAt: number, now: number): boolean {
  const last = new Date(now);
  last.setHours(at.hour, at.minute, 0, 0);
  if (last.getTime() > now) last.setDate(last.getDate() - 1);
  return startedAt < last.getTime() && now - last.getTime() < windowMs;
}
