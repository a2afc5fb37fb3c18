import type { BusinessDay, Millis } from './ids.ts';

export const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * What the clocks of a zone show at a moment, to the second.
 * @returns the date and time shown, as ms since 1970 as if they were UTC.
 * @throws RangeError if the zone is unknown or `at` is no time.
 */
export function shownAt(at: Millis, timeZone: string): Millis {
  // From the parts: how a locale joins them changes between runtimes, and days are keys in the database.
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** How far the clocks of a zone are ahead of UTC, ms. `at` is a whole second. */
const offsetAt = (at: Millis, timeZone: string): Millis => shownAt(at, timeZone) - at;

/**
 * The first moment at which clocks of the zone show so many minutes after midnight of the day, or something later. So
 * of a time that comes twice it is the first, and a time that is skipped is the moment of the skip: later times of a
 * day are never earlier moments.
 * @param minute 0..1440; 1440 is the midnight that ends the day.
 * @throws RangeError if the zone is unknown or the day is none.
 */
export function momentOf(day: BusinessDay, minute: number, timeZone: string): Millis {
  const shown = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
  // Clocks are at most 14 hours ahead of UTC and 12 behind, so these lie on either side of the moment, and of a change
  // of the clocks near it.
  const offsets = [offsetAt(shown - dayMs, timeZone), offsetAt(shown + dayMs, timeZone)];
  let before = shown - Math.max(...offsets);
  if (shownAt(before, timeZone) === shown) return before;
  let reached = shown - Math.min(...offsets);
  if (shownAt(reached, timeZone) === shown) return reached;
  while (reached - before > minuteMs) {
    const middle = before + Math.floor((reached - before) / minuteMs / 2) * minuteMs;
    if (shownAt(middle, timeZone) < shown) before = middle;
    else reached = middle;
  }
  return reached;
}
