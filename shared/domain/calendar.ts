import type { BusinessDay, Millis } from './ids.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function dayFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The business day a moment falls on.
 * @param timeZone the office's IANA zone, whatever zone the server runs in.
 * @throws RangeError if the zone is unknown or `now` is no time.
 */
export function businessDayOf(now: Millis, timeZone: string): BusinessDay {
  // From the parts: how a locale joins them changes between runtimes, and the day is a key in the database.
  const parts = new Map(
    dayFormatter(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as BusinessDay;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * Minutes since local midnight at a moment, 0..1439.
 * @param timeZone the office's IANA zone.
 */
export function minuteOfDay(now: Millis, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  const [hour = 0, minute = 0] = clock.format(now).split(':').map(Number);
  return hour * 60 + minute;
}
