import { businessDayOf, daysAfter, weekdayOf } from './calendar.ts';
import type { Hours } from './hours.ts';
import type { BusinessDay, Millis } from './ids.ts';

/** What people may ask about the data kept of them (Law 91/2025/QH15). */
export const dataRequestKinds = ['see', 'correct', 'withdraw', 'erase'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** Days in which a request is to be carried out (Decree 356/2025). */
const daysFor: Readonly<Record<DataRequestKind, number>> = { see: 10, correct: 10, withdraw: 15, erase: 20 };
/** Working days in which whoever asked is to be told that the request has come. */
const acknowledgeDays = 2;
/** A breach is to be reported this long after it was noticed. */
export const breachMs: Millis = 72 * 3_600_000;

/** Holidays are not longer, so an office without a working day in so many has none at all. */
const longestRest = 30;

type WorkingHours = Pick<Hours, 'week' | 'specialDays'>;

/** Whether the office works on a day. One that never closes still keeps the week of the law, Monday to Friday. */
export function isWorkingDay({ week, specialDays }: WorkingHours, day: BusinessDay): boolean {
  const special = specialDays.find((one) => one.day === day);
  if (special !== undefined) return special.spans.length > 0;
  const weekday = weekdayOf(day);
  return week === null ? weekday < 5 : (week[weekday]?.length ?? 0) > 0;
}

/** The first working day that is `day` or later; `day` itself if the office has none. */
function workingDayFrom(hours: WorkingHours, day: BusinessDay): BusinessDay {
  for (let i = 0; i < longestRest; i++) {
    const next = daysAfter(day, i);
    if (isWorkingDay(hours, next)) return next;
  }
  return day;
}

/** The working day so many working days after another day, which does not count itself. */
function workingDaysAfter(hours: WorkingHours, day: BusinessDay, days: number): BusinessDay {
  let reached = day;
  for (let i = 0; i < days; i++) reached = workingDayFrom(hours, daysAfter(reached, 1));
  return reached;
}

export type Deadlines = {
  /** The last day on which to tell whoever asked that the request has come. */
  readonly acknowledgeBy: BusinessDay;
  /** The last day on which to carry it out or refuse it. */
  readonly dueOn: BusinessDay;
};

/**
 * By when a request is to be answered. The day on which it came does not count; a period of days that ends on a day of
 * rest ends on the next working day (Civil Code, articles 147 and 148).
 * @param receivedOn the day on which it came, in the office's time zone.
 */
export function deadlinesOf(kind: DataRequestKind, receivedOn: BusinessDay, hours: WorkingHours): Deadlines {
  return {
    acknowledgeBy: workingDaysAfter(hours, receivedOn, acknowledgeDays),
    dueOn: workingDayFrom(hours, daysAfter(receivedOn, daysFor[kind])),
  };
}

/** How a request stands on a day: with the days that are left (0: today is the last), or by which it is late. */
export type Standing =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'acknowledge' | 'carryOut';
      /** Negative: so many days too late. */
      readonly daysLeft: number;
    };

type Progress = Deadlines & {
  readonly acknowledgedAt: Millis | null;
  readonly closedAt: Millis | null;
};

const dayMs = 86_400_000;
const daysBetween = (from: BusinessDay, to: BusinessDay): number =>
  (Date.parse(to) - Date.parse(from)) / dayMs;

/**
 * What has to be done next about a request, and how soon.
 * @param timeZone the office's IANA zone.
 */
export function standingOf(request: Progress, now: Millis, timeZone: string): Standing {
  if (request.closedAt !== null) return { kind: 'closed' };
  const today = businessDayOf(now, timeZone);
  return request.acknowledgedAt === null
    ? { kind: 'acknowledge', daysLeft: daysBetween(today, request.acknowledgeBy) }
    : { kind: 'carryOut', daysLeft: daysBetween(today, request.dueOn) };
}
