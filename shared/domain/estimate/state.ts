import type { CounterId, FieldId, Millis, OfficerId } from '../ids.ts';
import type { LogNormal } from '../random.ts';
import type { MissPolicy } from '../command.ts';
import type { Ticket } from '../ticket.ts';

/** What a rollout starts from: who waits, who serves, and what is known of how long things take. */

/** What a counter that is on, or will be, is doing. */
export type Doing =
  /** Ready to call; `since` is the end of its last service, null if there was none. */
  | { readonly kind: 'free'; readonly since: Millis | null }
  /** `since` is the call; whether the visitor comes is not known yet. */
  | { readonly kind: 'called'; readonly ticket: Ticket }
  | { readonly kind: 'serving'; readonly fieldId: FieldId; readonly since: Millis }
  /** On a break, or not come yet. `until` is when it is planned to end; null if nobody said. */
  | { readonly kind: 'away'; readonly since: Millis; readonly until: Millis | null };

export type Span = { readonly from: Millis; readonly until: Millis };

/** A counter and the officer who works it. */
export type DeskNow = {
  readonly counterId: CounterId;
  /** Null before anybody has sat down. */
  readonly officerId: OfficerId | null;
  /** What it serves, with the officer's order: a field of rank 1 is called before one of rank 2. */
  readonly fields: ReadonlyMap<FieldId, number>;
  /** As the ordering rule counts them; `Infinity` if it had no call of a priority ticket today. */
  readonly normalCallsSincePriority: number;
  readonly doing: Doing;
  /** Planned times at which it does not call, first to last. */
  readonly pauses: readonly Span[];
  /** From when on it calls nobody any more; null if it goes on until nobody waits. */
  readonly until: Millis | null;
};

/** A quantity that is not known exactly: normally distributed around `mean`. */
export type Belief = { readonly mean: number; readonly uncertainty: number };

/** How long services take, as natural logarithms of ms, of which each service of a field deviates by `deviation`. */
export type ServiceBelief = {
  readonly fields: ReadonlyMap<FieldId, Belief & { readonly deviation: number }>;
  /** What an officer adds to each: ln 1.2 for somebody who takes a fifth longer than usual. */
  readonly officers: ReadonlyMap<OfficerId, Belief>;
  /** The same of an officer of whom nothing was measured. */
  readonly newOfficer: Belief;
  /** How much the pace of the whole office may still change today. */
  readonly pace: Belief;
};

/** What people at desks and in line usually do. */
export type Habits = {
  /** From the end of a service to the next call while somebody waits. */
  readonly gap: LogNormal;
  /** From a number's issue to its call at a desk that was idle. */
  readonly reaction: LogNormal;
  /** From the call to the start of the service. */
  readonly walk: LogNormal;
  /** From a call that nobody answers to the officer's giving up. */
  readonly giveUp: LogNormal;
  /** Breaks that nobody planned: after which share of services, and how long. */
  readonly breaks: { readonly share: number; readonly length: LogNormal };
  /** How long after the planned end of an absence an officer is back. */
  readonly late: LogNormal;
  /** Probability that a call is not answered, for each of `absenceKinds`, by field. */
  readonly absence: (fieldId: FieldId, kind: number) => number;
};

/** People who will come and may be called before somebody who waits already. */
export type ArrivalStream = {
  readonly fieldId: FieldId;
  readonly priority: boolean;
  /** Expected numbers in each of the coming hours from `now` on; nobody comes later. */
  readonly perHour: readonly number[];
};

export type OfficeNow = {
  readonly now: Millis;
  readonly desks: readonly DeskNow[];
  /** In any order, also those in cool-down and those whose appointment is still to come. */
  readonly waiting: readonly Ticket[];
  /** Fields for which a newcomer's wait is asked. */
  readonly fields: readonly FieldId[];
  readonly services: ServiceBelief;
  readonly habits: Habits;
  readonly arrivals: readonly ArrivalStream[];
  /** Appointments of people who have not come yet. */
  readonly appointments: readonly { readonly fieldId: FieldId; readonly at: Millis }[];
  readonly oneOfEvery: number;
  readonly missPolicy: MissPolicy;
};

/** How a call is sorted when its answer is learned: by the wait before it, apart from calls after a missed one. */
export const absenceKinds = 6;
const waitBounds = [15, 30, 60, 90].map((minutes) => minutes * 60_000);

/** @returns which of the `absenceKinds` a call is, 0 first. */
export function absenceKindOf(waitedMs: Millis, misses: number): number {
  if (misses > 0) return absenceKinds - 1;
  let kind = 0;
  while (kind < waitBounds.length && waitedMs >= (waitBounds[kind] ?? 0)) kind++;
  return kind;
}
