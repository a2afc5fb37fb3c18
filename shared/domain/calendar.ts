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
