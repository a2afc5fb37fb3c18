import { holdsUntil, openingAt } from '../../shared/domain/hours.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';
import { stoppedAsking } from './ratings.ts';

/**
 * Whether time alone has changed what screens show, though nobody did anything: the office opened or closed, the day
 * changed, a cool-down ended, an appointment's time came, a counter display has asked long enough; or the clock stepped back, after which anything may be so.
 * @param from when it was asked last.
 * @param to now.
 */
export function changedByTime(context: Context, from: Millis, to: Millis): boolean {
  const { store } = context;
  if (to < from) return true;
  const { timeZone } = store.office.office();
  const opening = openingAt(store.office.hours(), from, timeZone);
  return (
    holdsUntil(opening, from, timeZone) <= to ||
    store.days.somebodyDue(from, to) ||
    stoppedAsking(context, from, to)
  );
}
