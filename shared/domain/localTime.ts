import type { BusinessDay, Millis } from './ids.ts';

const minuteMs = 60_000;

/** How far the zone's wall clock is ahead of UTC at a moment, ms. */
function offsetAt(at: Millis, timeZone: string): Millis {
  const parts = new Map(
    new Intl.DateTimeFormat('en', {
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
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/**
 * The moment at which clocks of the zone show so many minutes after midnight of the day.
 * @param minute 0..1440; 1440 is the midnight that ends the day.
 * @returns ms. A time that clocks skip is taken as if they had not been put forward yet; of one that comes twice, the
 *          first.
 * @throws RangeError if the zone is unknown.
 */
export function momentOf(day: BusinessDay, minute: number, timeZone: string): Millis {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
  // The offset before the day can differ from the one after it by a change of clocks; the earlier reading wins.
  const before = wall - offsetAt(wall - 24 * 60 * minuteMs, timeZone);
  const after = wall - offsetAt(wall + 24 * 60 * minuteMs, timeZone);
  return [before, after].find((at) => at + offsetAt(at, timeZone) === wall) ?? before;
}
