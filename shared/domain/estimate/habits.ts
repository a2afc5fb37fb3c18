import type { FieldId } from '../ids.ts';
import type { LogNormal } from '../random.ts';
import { logNormal } from '../random.ts';
import type { Habits } from './state.ts';
import { absenceKinds } from './state.ts';

/** Measured times as sums over ln(ms). */
export type TimeTally = { readonly count: number; readonly sumLog: number; readonly sumLogSquares: number };

/** Calls of one field and one kind (`absenceKindOf`), and how many of them nobody answered. */
export type CallTally = {
  readonly fieldId: FieldId;
  readonly kind: number;
  readonly calls: number;
  readonly missed: number;
};

/** What was measured of people's habits; nothing at all is fine. */
export type HabitTallies = {
  readonly gap: TimeTally;
  readonly pause: TimeTally;
  readonly reaction: TimeTally;
  readonly walk: TimeTally;
  readonly giveUp: TimeTally;
  readonly calls: readonly CallTally[];
};

/** What is taken for granted until it was measured, each worth `priorWeight` measured times. */
const usual = {
  gap: logNormal({ meanMs: 30_000, spread: 1 }),
  reaction: logNormal({ meanMs: 15_000, spread: 1 }),
  walk: logNormal({ meanMs: 30_000, spread: 0.6 }),
  giveUp: logNormal({ meanMs: 90_000, spread: 0.5 }),
  breakLength: logNormal({ meanMs: 12 * 60_000, spread: 0.6 }),
  late: logNormal({ meanMs: 5 * 60_000, spread: 1.5 }),
};
const priorWeight = 10;
/** One break in so many services, worth two breaks seen. */
const usualBreaks = 0.02;
const priorBreaks = 2;
/** Most calls are answered; of those who missed one call every second misses the next. */
const usualAbsence = (kind: number): number => (kind === absenceKinds - 1 ? 0.5 : 0.05);
const priorCalls = 20;

/** A law from its prior and what was measured, mean and deviation each weighted by their evidence. */
function lawOf(prior: LogNormal, { count, sumLog, sumLogSquares }: TimeTally): LogNormal {
  const known = priorWeight + count;
  const mean = (priorWeight * prior.mean + sumLog) / known;
  const squares = priorWeight * (prior.deviation ** 2 + prior.mean ** 2) + sumLogSquares;
  // The difference of two large sums may come out below 0 by rounding where all times are alike.
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares / known - mean ** 2)) };
}

/** Probabilities of absence: of a kind in the whole office first, then of each field as far as it has evidence. */
function absenceOf(calls: readonly CallTally[]): Habits['absence'] {
  const ofKind = Array.from({ length: absenceKinds }, (_, kind) => {
    const alike = calls.filter((tally) => tally.kind === kind);
    const missed = alike.reduce((sum, tally) => sum + tally.missed, priorCalls * usualAbsence(kind));
    return missed / alike.reduce((sum, tally) => sum + tally.calls, priorCalls);
  });
  const ofField = new Map<FieldId, number[]>();
  for (const { fieldId, kind, calls: count, missed } of calls) {
    const row = ofField.get(fieldId) ?? [...ofKind];
    row[kind] = (priorCalls * (ofKind[kind] ?? 0) + missed) / (priorCalls + count);
    ofField.set(fieldId, row);
  }
  return (fieldId, kind) => (ofField.get(fieldId) ?? ofKind)[kind] ?? 0;
}

/** What people at desks and in line do, from what was measured. Whoever is late is taken to come. */
export function learnHabits(measured: HabitTallies): Habits {
  const { gap, pause } = measured;
  return {
    gap: lawOf(usual.gap, gap),
    reaction: lawOf(usual.reaction, measured.reaction),
    walk: lawOf(usual.walk, measured.walk),
    giveUp: lawOf(usual.giveUp, measured.giveUp),
    breaks: {
      share: (priorBreaks + pause.count) / (priorBreaks / usualBreaks + pause.count + gap.count),
      length: lawOf(usual.breakLength, pause),
    },
    late: usual.late,
    absence: absenceOf(measured.calls),
  };
}
