import { describe, expect, test } from 'vitest';
import { learnArrivals } from '../../../shared/domain/estimate/arrivals.ts';
import type { CallRecord } from '../../../shared/domain/estimate/calls.ts';
import { servicesToday, tallyHabits, tallyServices } from '../../../shared/domain/estimate/calls.ts';
import { learnHabits } from '../../../shared/domain/estimate/habits.ts';
import { learnServices } from '../../../shared/domain/estimate/services.ts';
import type { ServiceTally } from '../../../shared/domain/estimate/services.ts';
import { absenceKindOf } from '../../../shared/domain/estimate/state.ts';
import { draws } from '../../../shared/domain/random.ts';
import { counterId, fieldId, minutes, officerId, opening } from '../../factories/ids.ts';
import { nine } from '../../factories/offices.ts';

const priors = new Map([
  [fieldId(1), minutes(8)],
  [fieldId(2), minutes(20)],
]);
/** So many services of one length. */
const alike = (minute: number, count: number, more: Partial<ServiceTally> = {}): ServiceTally => {
  const log = Math.log(minutes(minute));
  return {
    fieldId: fieldId(1),
    officerId: officerId(1),
    daysAgo: 1,
    count,
    sumLog: count * log,
    sumLogSquares: count * log * log,
    ...more,
  };
};
/** Mean service in minutes, of a usual officer or of one in particular. */
function meanOf(believed: ReturnType<typeof learnServices>, officer?: number, field = 1): number {
  const { mean, deviation } = believed.fields.get(fieldId(field)) ?? { mean: Number.NaN, deviation: 0 };
  const pace = officer === undefined ? 0 : (believed.officers.get(officerId(officer))?.mean ?? 0);
  return Math.exp(mean + believed.pace.mean + pace + deviation ** 2 / 2) / minutes(1);
}

describe('what is known of services', () => {
  test('ES13 without any measured the catalogue’s figure counts', () => {
    expect(meanOf(learnServices(priors, [], [], nine))).toBeCloseTo(8, 5);
  });

  test('ES26 the more were measured, and the newer they are, the more they count', () => {
    // By three officers, so that it is not taken for the slowness of one.
    const three = (count: number, daysAgo: number) =>
      [1, 2, 3].map((id) => alike(16, count, { daysAgo, officerId: officerId(id) }));
    const after = (count: number, daysAgo: number) =>
      meanOf(learnServices(priors, three(count, daysAgo), [], nine));
    const [none, some, old, many] = [8, after(4, 1), after(4, 28), after(400, 1)];
    expect([none, old, some, many]).toEqual([none, old, some, many].toSorted((a, b) => a - b));
    expect(old).toBeGreaterThan(none);
    expect(some).toBeLessThan(many);
    // All alike: the median of 16 minutes with hardly any spread.
    expect(Math.abs(many / 16 - 1)).toBeLessThan(0.06);
  });

  test('ES27 officers are told from fields, those with few services only as far as they show it', () => {
    const random = draws(4);
    const tallies = [1, 2].flatMap((field) =>
      [1, 2, 3].flatMap((officer) =>
        Array.from({ length: 20 }, (_, day): ServiceTally => {
          const logs = Array.from({ length: 8 }, () => {
            const pace = [0, Math.log(1.5), -Math.log(1.5)][officer - 1] ?? 0;
            return Math.log(minutes(field === 1 ? 6 : 30)) + pace + 0.5 * random.normal();
          });
          return {
            fieldId: fieldId(field),
            officerId: officerId(officer),
            daysAgo: day + 1,
            count: logs.length,
            sumLog: logs.reduce((sum, x) => sum + x, 0),
            sumLogSquares: logs.reduce((sum, x) => sum + x * x, 0),
          };
        }),
      ),
    );
    const believed = learnServices(priors, tallies, [], nine);
    const paceOf = (officer: number) => Math.exp(believed.officers.get(officerId(officer))?.mean ?? 0);
    expect(paceOf(1)).toBeCloseTo(1, 1);
    expect(paceOf(2)).toBeCloseTo(1.5, 1);
    expect(paceOf(3)).toBeCloseTo(1 / 1.5, 1);
    expect(believed.fields.get(fieldId(1))?.deviation).toBeCloseTo(0.5, 1);
    const newcomer = { fieldId: fieldId(1), officerId: officerId(4), endedAt: nine, ms: minutes(30) };
    const one = learnServices(priors, tallies, [newcomer], nine);
    // Five times as long as usual, but only once.
    const shown = Math.exp(one.officers.get(officerId(4))?.mean ?? 0);
    expect(shown).toBeGreaterThan(1.1);
    expect(shown).toBeLessThan(2.5);
    expect(one.officers.get(officerId(4))?.uncertainty).toBeGreaterThan(
      one.officers.get(officerId(1))?.uncertainty ?? 1,
    );
  });

  test('ES28 a day that goes slowly is noticed, the latest hours first', () => {
    const usual = [1, 2, 3].map((id) => alike(8, 100, { officerId: officerId(id) }));
    const today = (ago: number) =>
      Array.from({ length: 30 }, (_, i) => ({
        fieldId: fieldId(1),
        officerId: officerId(1 + (i % 3)),
        endedAt: nine - minutes(ago + i),
        ms: minutes(16),
      }));
    const before = meanOf(learnServices(priors, usual, [], nine));
    const slow = meanOf(learnServices(priors, usual, today(0), nine));
    const slowBefore = meanOf(learnServices(priors, usual, today(240), nine));
    expect(slow).toBeGreaterThan(before * 1.2);
    expect(slow).toBeLessThan(17);
    expect(slowBefore).toBeLessThan(slow);
  });
});

describe('what is known of habits', () => {
  const call = (more: Partial<CallRecord>): CallRecord => ({
    daysAgo: 1,
    fieldId: fieldId(1),
    counterId: counterId(1),
    officerId: officerId(1),
    issuedAt: opening,
    readyAt: opening,
    calledAt: opening,
    earlierCalls: 0,
    endedAt: null,
    answer: null,
    servedUntil: null,
    ...more,
  });
  const came = (
    calledAt: number,
    walk: number,
    service: number,
    more: Partial<CallRecord> = {},
  ): CallRecord =>
    call({
      calledAt,
      endedAt: calledAt + walk,
      answer: 'came',
      servedUntil: calledAt + walk + service,
      ...more,
    });

  test('ES29 services, walks and what lies between are told apart', () => {
    const t = opening;
    const calls = [
      came(t, 30_000, 300_000),
      // Somebody waited: a gap of 20 s, then a break of 10 min, then nothing that says anything about the desk.
      came(t + 350_000, 40_000, 200_000),
      came(t + 590_000 + minutes(10), 30_000, 100_000),
      came(t + minutes(120), 30_000, 60_000),
      // Nobody waited: noticed after 15 s; at another counter nothing came before.
      came(t + minutes(130), 20_000, 60_000, { readyAt: t + minutes(130) - 15_000 }),
      came(t + minutes(140), 20_000, 60_000, { counterId: counterId(2) }),
      call({
        calledAt: t + minutes(141.5),
        endedAt: t + minutes(143),
        answer: 'missed',
        counterId: counterId(2),
      }),
    ];
    const { gap, pause, reaction, walk, giveUp, calls: answers } = tallyHabits(calls);
    const geometric = ({ count, sumLog }: typeof gap) => [count, Math.round(Math.exp(sumLog / count))];
    expect(geometric(gap)).toEqual([2, Math.round(Math.sqrt(20_000 * 10_000))]);
    expect(geometric(pause)).toEqual([1, 600_000]);
    expect(geometric(reaction)).toEqual([1, 15_000]);
    expect(walk.count).toBe(6);
    expect(geometric(giveUp)).toEqual([1, 90_000]);
    expect(answers.reduce((sum, { calls: count }) => sum + count, 0)).toBe(7);
    expect(answers.reduce((sum, { missed }) => sum + missed, 0)).toBe(1);
    expect(tallyServices(calls).reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(servicesToday(calls)).toEqual([]);
    expect(servicesToday(calls.map((one) => ({ ...one, daysAgo: 0 })))).toHaveLength(6);
  });

  test('FT14 services in which the clock was set back are not measured', () => {
    const held = call({ endedAt: opening + 5, answer: 'came', servedUntil: opening + 5 });
    expect(tallyServices([held])).toEqual([]);
    expect(servicesToday([{ ...held, daysAgo: 0 }])).toEqual([]);
  });

  test('ES29 what is still open says nothing yet', () => {
    const open = [call({}), call({ endedAt: opening + 5, answer: 'came' }), call({ endedAt: opening + 5 })];
    expect(tallyServices(open)).toEqual([]);
    expect(servicesToday(open.map((one) => ({ ...one, daysAgo: 0 })))).toEqual([]);
    expect(tallyHabits([open[0] ?? call({})]).calls).toEqual([]);
  });

  test.each([
    [0, 0, 0],
    [14.9, 0, 0],
    [15, 0, 1],
    [45, 0, 2],
    [61, 0, 3],
    [500, 0, 4],
    [5, 1, 5],
    [500, 2, 5],
  ])('ES30 a call after %d min and %i misses is of kind %i', (waited, misses, kind) => {
    expect(absenceKindOf(minutes(waited), misses)).toBe(kind);
  });

  test('ES30 absence is learned by how long people have waited, and by field as far as it shows', () => {
    const nothing = { count: 0, sumLog: 0, sumLogSquares: 0 };
    const times = { gap: nothing, pause: nothing, reaction: nothing, walk: nothing, giveUp: nothing };
    const { absence } = learnHabits({ ...times, calls: [] });
    expect(absence(fieldId(1), 0)).toBeCloseTo(0.05, 5);
    expect(absence(fieldId(1), 5)).toBeCloseTo(0.5, 5);
    const seen = learnHabits({
      ...times,
      calls: [
        { fieldId: fieldId(1), kind: 3, calls: 1000, missed: 300 },
        { fieldId: fieldId(2), kind: 3, calls: 10, missed: 0 },
      ],
    });
    expect(seen.absence(fieldId(1), 3)).toBeCloseTo(0.3, 1);
    expect(seen.absence(fieldId(2), 3)).toBeLessThan(0.25);
    expect(seen.absence(fieldId(2), 3)).toBeGreaterThan(0.1);
    expect(seen.absence(fieldId(3), 3)).toBeCloseTo(0.29, 1);
    expect(seen.absence(fieldId(1), 0)).toBeCloseTo(0.05, 5);
  });

  test('ES31 arrivals are expected by the hour as they came, over midnight of the clock too', () => {
    const one = { fieldId: fieldId(1), priority: true };
    const tallies = [
      { ...one, hour: 23, count: 10 },
      { ...one, hour: 0, count: 30 },
    ];
    expect(learnArrivals(tallies, 10, 23)[0]?.perHour.slice(0, 3)).toEqual([1, 3, 0]);
    expect(learnArrivals(tallies, 10, 23.5)[0]?.perHour.slice(0, 3)).toEqual([2, 1.5, 0]);
    expect(learnArrivals(tallies, 10, 20.25)[0]?.perHour.slice(0, 5)).toEqual([0, 0, 0.25, 1.5, 2.25]);
    expect(learnArrivals([], 10, 9)).toEqual([]);
  });
});
