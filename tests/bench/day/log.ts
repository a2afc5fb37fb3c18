import type { ArrivalTally } from '../../../shared/domain/estimate/arrivals.ts';
import type { CallRecord } from '../../../shared/domain/estimate/calls.ts';
import { tallyHabits, tallyServices } from '../../../shared/domain/estimate/calls.ts';
import type { HabitTallies } from '../../../shared/domain/estimate/habits.ts';
import type { ServiceTally } from '../../../shared/domain/estimate/services.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { hour } from './office.ts';

/** What the product's database would hold of a day, and nothing else: what estimators may learn from. */
export type DayLog = {
  readonly calls: { -readonly [K in keyof CallRecord]: CallRecord[K] }[];
  readonly issued: Ticket[];
};

export const emptyLog = (): DayLog => ({ calls: [], issued: [] });

/** What was learned before the day. */
export type Past = {
  readonly days: number;
  readonly services: readonly ServiceTally[];
  readonly habits: HabitTallies;
  /** Of priority visitors. */
  readonly arrivals: readonly ArrivalTally[];
};

/** What the office would have learned of the days before. @param days first to last. */
export function pastOf(days: readonly DayLog[]): Past {
  const calls = days.flatMap((day, index) =>
    day.calls.map((call) => ({ ...call, daysAgo: days.length - index })),
  );
  const priority = days.flatMap(({ issued }) => issued).filter((ticket) => ticket.priority !== null);
  return {
    days: days.length,
    services: tallyServices(calls),
    habits: tallyHabits(calls),
    arrivals: priority.map(({ fieldId, issuedAt }) => ({
      fieldId,
      priority: true,
      hour: Math.floor(issuedAt / hour),
      count: 1,
    })),
  };
}
