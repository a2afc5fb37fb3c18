import { businessDayOf, daysAfter, weekdayOf } from './calendar.ts';
import type { Millis } from './ids.ts';
import { dayMs } from './localTime.ts';

const daysKept = 7;
const weeksKept = 4;
/** Somebody may have made one to go back to: it is not thrown away for the next one made on the same day. */
const latestKept = 8;

/**
 * Which backups stay: the newest of each of the last seven days, and of each of the last four weeks (from Monday), that
 * have one. So an office that was closed for long loses none of them. The eight newest stay for a day anyhow.
 * @param timeZone by which days begin.
 */
export function keptBackups<B extends { readonly madeAt: Millis }>(
  backups: readonly B[],
  timeZone: string,
  now: Millis,
): ReadonlySet<B> {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt);
  const dayOf = ({ madeAt }: B): string => businessDayOf(madeAt, timeZone);
  const weekOf = ({ madeAt }: B): string => {
    const day = businessDayOf(madeAt, timeZone);
    return daysAfter(day, -weekdayOf(day));
  };
  /** The newest of each group, of so many groups. */
  const newestOf = (groupOf: (backup: B) => string, groups: number): B[] => {
    const newest = new Map<string, B>();
    for (const backup of newestFirst) if (!newest.has(groupOf(backup))) newest.set(groupOf(backup), backup);
    return [...newest.values()].slice(0, groups);
  };
  const latest = newestFirst.slice(0, latestKept).filter(({ madeAt }) => madeAt > now - dayMs);
  return new Set([...latest, ...newestOf(dayOf, daysKept), ...newestOf(weekOf, weeksKept)]);
}
