import type { CounterId, FieldId, Millis, OfficerId } from '../ids.ts';
import type { CallTally, HabitTallies, TimeTally } from './habits.ts';
import type { MeasuredService, ServiceTally } from './services.ts';
import { absenceKindOf } from './state.ts';

/** One call of a ticket and what came of it, as the office's records hold it. */
export type CallRecord = {
  /** 0 is today. */
  readonly daysAgo: number;
  readonly fieldId: FieldId;
  readonly counterId: CounterId;
  readonly officerId: OfficerId;
  readonly issuedAt: Millis;
  /** From when on the ticket waited to be called: the issue, or the end of a cool-down. */
  readonly readyAt: Millis;
  readonly calledAt: Millis;
  /** Calls of the same ticket before this one. */
  readonly earlierCalls: number;
  /** When somebody came, or the call was over otherwise; null if it is open. */
  readonly endedAt: Millis | null;
  readonly answer: 'came' | 'missed' | null;
  /** End of the service; null if there was none, or it goes on. */
  readonly servedUntil: Millis | null;
};

/**
 * From the end of a service to the next call while somebody waited: up to so long it is a gap, then a break, and beyond
 * that something that was planned.
 */
const longestGapMs = 4 * 60_000;
const longestBreakMs = 35 * 60_000;
/** From a number's issue to its call by a desk that had nobody: beyond it, it was not the desk that kept it waiting. */
const longestReactionMs = 2 * 60_000;

type Sums = { count: number; sumLog: number; sumLogSquares: number };
const noSums = (): Sums => ({ count: 0, sumLog: 0, sumLogSquares: 0 });

function add(sums: Sums, ms: Millis): void {
  // A time of 0 ms has no logarithm.
  const log = Math.log(Math.max(1, ms));
  sums.count++;
  sums.sumLog += log;
  sums.sumLogSquares += log * log;
}

/** How long a service took, ms; null if there was none, if it goes on, or if the clock stood still or was set back in it. */
function servedMs({ endedAt, servedUntil }: CallRecord): Millis | null {
  return endedAt === null || servedUntil === null || servedUntil <= endedAt ? null : servedUntil - endedAt;
}

/** The services of today, first to last. */
export function servicesToday(calls: readonly CallRecord[]): MeasuredService[] {
  return calls.flatMap((call) => {
    const { daysAgo, fieldId, officerId, servedUntil } = call;
    const ms = servedMs(call);
    return daysAgo !== 0 || ms === null || servedUntil === null
      ? []
      : [{ fieldId, officerId, endedAt: servedUntil, ms }];
  });
}

/** The services of the days before, added up by field, officer and day. */
export function tallyServices(calls: readonly CallRecord[]): ServiceTally[] {
  const tallies = new Map<string, Sums & Pick<ServiceTally, 'fieldId' | 'officerId' | 'daysAgo'>>();
  for (const call of calls) {
    const { daysAgo, fieldId, officerId } = call;
    const ms = servedMs(call);
    if (daysAgo === 0 || ms === null) continue;
    const key = `${fieldId} ${officerId} ${daysAgo}`;
    const tally = tallies.get(key) ?? { fieldId, officerId, daysAgo, ...noSums() };
    tallies.set(key, tally);
    add(tally, ms);
  }
  return [...tallies.values()];
}

/** What a desk did between the end of its last service and this call. */
function addPause(
  { gap, pause, reaction }: Record<'gap' | 'pause' | 'reaction', Sums>,
  { calledAt, readyAt }: CallRecord,
  servedUntil: Millis,
): void {
  if (readyAt > servedUntil) {
    if (calledAt - readyAt <= longestReactionMs) add(reaction, calledAt - readyAt);
    return;
  }
  const length = calledAt - servedUntil;
  if (length <= longestGapMs) add(gap, length);
  else if (length <= longestBreakMs) add(pause, length);
}

/** What people at desks and in line did. @param calls in the order in which they were made. */
export function tallyHabits(calls: readonly CallRecord[]): HabitTallies {
  const times: Record<'gap' | 'pause' | 'reaction' | 'walk' | 'giveUp', TimeTally & Sums> = {
    gap: noSums(),
    pause: noSums(),
    reaction: noSums(),
    walk: noSums(),
    giveUp: noSums(),
  };
  const absences = new Map<string, { -readonly [K in keyof CallTally]: CallTally[K] }>();
  const before = new Map<CounterId, CallRecord>();
  for (const call of calls) {
    const { fieldId, counterId, calledAt, endedAt, answer } = call;
    const last = before.get(counterId);
    before.set(counterId, call);
    if (last?.daysAgo === call.daysAgo && last.servedUntil !== null) addPause(times, call, last.servedUntil);
    if (endedAt === null || answer === null) continue;
    add(answer === 'came' ? times.walk : times.giveUp, endedAt - calledAt);
    const kind = absenceKindOf(calledAt - call.issuedAt, call.earlierCalls);
    const key = `${fieldId} ${kind}`;
    const tally = absences.get(key) ?? { fieldId, kind, calls: 0, missed: 0 };
    absences.set(key, tally);
    tally.calls++;
    if (answer === 'missed') tally.missed++;
  }
  return { ...times, calls: [...absences.values()] };
}
