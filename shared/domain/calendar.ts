import type { BusinessDay, Millis } from './ids.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function dayFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  // The Canadian form is yyyy-mm-dd, which also sorts.
  const made = new Intl.DateTimeFormat('en-CA', {
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
 * @throws RangeError if the zone is unknown.
 */
export function businessDayOf(now: Millis, timeZone: string): BusinessDay {
  return dayFormatter(timeZone).format(now) as BusinessDay;
}
