import { businessDayOf, daysAfter, weekdayOf } from './calendar.ts';
import type { BusinessDay, Millis } from './ids.ts';
import { momentOf } from './localTime.ts';
import { endOfDay } from './timeOfDay.ts';

/** Minutes since local midnight. */
export type Span = { readonly fromMinute: number; readonly toMinute: number };

type Name = { readonly vi: string; readonly en: string };

/** When an office gives numbers; the spans of a day are in order and apart. */
export type Hours = {
  /** Monday first; null: the office never closes, not on special days either. */
  readonly week: readonly (readonly Span[])[] | null;
  /** Days unlike their weekday: holidays have no spans. */
  readonly specialDays: readonly {
    readonly day: BusinessDay;
    readonly name: Name;
    readonly spans: readonly Span[];
  }[];
  /** No more numbers this long before the last span of a day ends, ms. */
  readonly lastTicketMs: Millis;
};

export type Opening =
  /** `until`: the first moment at which no number is given; null if it is not within the days looked at. */
  | { readonly kind: 'open'; readonly until: Millis | null }
  | {
      readonly kind: 'closed';
      /** The next moment at which numbers are given; null if it is not within the days looked at. */
      readonly opensAt: Millis | null;
      /** The name of the present day, if it is a special one. */
      readonly holiday: Name | null;
    };

const searchedDays = 60;

type Stretch = { readonly from: Millis; readonly to: Millis };

const specialOn = (hours: Hours, day: BusinessDay): Hours['specialDays'][number] | undefined =>
  hours.specialDays.find((special) => special.day === day);

const spansOn = (hours: Hours, day: BusinessDay): readonly Span[] =>
  specialOn(hours, day)?.spans ?? hours.week?.[weekdayOf(day)] ?? [];

/** The stretches of a day in which numbers are given, in order. */
function stretchesOf(hours: Hours, day: BusinessDay, timeZone: string): readonly Stretch[] {
  const spans = spansOn(hours, day);
  const end = momentOf(day, spans.at(-1)?.toMinute ?? 0, timeZone) - hours.lastTicketMs;
  return spans
    .map(({ fromMinute, toMinute }) => ({
      from: momentOf(day, fromMinute, timeZone),
      to: Math.min(end, momentOf(day, toMinute, timeZone)),
    }))
    .filter(({ from, to }) => from < to);
}

/**
 * When nobody is called on a day: before the first span and between spans. After the last one those who have a number
 * are served to the end.
 */
export function pausesOn(
  hours: Hours,
  day: BusinessDay,
  timeZone: string,
): readonly { readonly from: Millis; readonly until: Millis }[] {
  const spans = spansOn(hours, day);
  const ends = [0, ...spans.map(({ toMinute }) => toMinute)];
  return spans
    .map(({ fromMinute }, place) => ({
      from: momentOf(day, ends[place] ?? 0, timeZone),
      until: momentOf(day, fromMinute, timeZone),
    }))
    .filter(({ from, until }) => from < until);
}

/** When the last span of a day ends; null if the office never closes or is not open on that day. */
export function closingOn(hours: Hours, day: BusinessDay, timeZone: string): Millis | null {
  const last = hours.week === null ? undefined : spansOn(hours, day).at(-1);
  return last === undefined ? null : momentOf(day, last.toMinute, timeZone);
}

/** The first stretch that is not over, with those that follow without a break; `to` is null if there is no end to it. */
function presentOrNext(
  hours: Hours,
  now: Millis,
  timeZone: string,
): { readonly from: Millis; readonly to: Millis | null } | null {
  const today = businessDayOf(now, timeZone);
  let found = null as Stretch | null;
  for (let i = 0; i < searchedDays; i++) {
    const day = daysAfter(today, i);
    for (const stretch of stretchesOf(hours, day, timeZone)) {
      if (stretch.to <= now) continue;
      if (found !== null && stretch.from > found.to) return found;
      found = { from: found?.from ?? stretch.from, to: stretch.to };
    }
    if (found !== null && found.to < momentOf(day, endOfDay, timeZone)) return found;
  }
  return found === null ? null : { from: found.from, to: null };
}

/**
 * Whether an office gives numbers at a moment, and when that changes. A time of day that clocks skip counts as the
 * moment of the skip, one that comes twice as the first time.
 * @param timeZone the office's IANA zone.
 * @throws RangeError if the zone is unknown.
 */
export function openingAt(hours: Hours, now: Millis, timeZone: string): Opening {
  if (hours.week === null) return { kind: 'open', until: null };
  const stretch = presentOrNext(hours, now, timeZone);
  if (stretch !== null && stretch.from <= now) return { kind: 'open', until: stretch.to };
  const holiday = specialOn(hours, businessDayOf(now, timeZone))?.name ?? null;
  return { kind: 'closed', opensAt: stretch?.from ?? null, holiday };
}

/**
 * The moment up to which what `openingAt` answered at `now` holds: the next opening or closing, or the end of the day,
 * when a holiday's name comes or goes and the days looked at move on.
 */
export function holdsUntil(opening: Opening, now: Millis, timeZone: string): Millis {
  const next = opening.kind === 'open' ? opening.until : opening.opensAt;
  return Math.min(next ?? Infinity, momentOf(businessDayOf(now, timeZone), endOfDay, timeZone));
}
