import { businessDayOf, daysAfter } from './calendar.ts';
import type { BusinessDay, Millis } from './ids.ts';
import { dayMs } from './localTime.ts';
import type { Work } from './workingDays.ts';
import { workingDayAfter, workingDayFrom } from './workingDays.ts';

/** What people may ask about the data kept of them (Law 91/2025/QH15). */
export const dataRequestKinds = ['see', 'correct', 'withdraw', 'erase'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** Days in which a request is to be carried out (Decree 356/2025). */
const daysFor: Readonly<Record<DataRequestKind, number>> = { see: 10, correct: 10, withdraw: 15, erase: 20 };
/** Working days in which whoever asked is to be told that the request has come. */
const acknowledgeDays = 2;
/** A breach is to be reported this long after it was noticed. */
export const breachMs: Millis = 72 * 3_600_000;

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
export function deadlinesOf(kind: DataRequestKind, receivedOn: BusinessDay, work: Work): Deadlines {
  const last = daysAfter(receivedOn, daysFor[kind]);
  return {
    // An office that never works keeps the calendar's days.
    acknowledgeBy:
      workingDayAfter(work, receivedOn, acknowledgeDays) ?? daysAfter(receivedOn, acknowledgeDays),
    dueOn: workingDayFrom(work, last) ?? last,
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
