import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskNow, ServiceTime, WaitQuestion, WaitRange } from '../../../shared/domain/estimate.ts';
import { estimateWait, serviceTimeOf } from '../../../shared/domain/estimate.ts';
import { fieldId, minutes, opening } from '../../factories/ids.ts';

const eight: ServiceTime = { meanMs: minutes(8), spread: 0.6 };
/** As good as exact: every service takes its mean. */
const exactly = (minute: number): ServiceTime => ({ meanMs: minutes(minute), spread: 1e-9 });

const desk = (...fields: number[]): DeskNow => ({ fields: new Set(fields.map(fieldId)), busy: null });
const busy = (since: number, fields: readonly number[], served = fields[0] ?? 1): DeskNow => ({
  fields: new Set(fields.map(fieldId)),
  busy: { fieldId: fieldId(served), since },
});

const question = (more: Partial<WaitQuestion> = {}): WaitQuestion => ({
  now: opening,
  desks: [desk(1)],
  ahead: [],
  fieldId: fieldId(1),
  serviceTimes: new Map([1, 2, 3].map((field) => [fieldId(field), eight])),
  seed: 1,
  ...more,
});
const line = (...fields: number[]) => fields.map(fieldId);
const people = (count: number) => Array.from({ length: count }, () => fieldId(1));
const same = (count: number) => Array.from({ length: count }, () => desk(1));

/** Middle of the range over several seeds, in minutes. */
function usually(more: Partial<WaitQuestion>): number {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const waits = seeds.map((seed) => estimateWait(question({ ...more, seed }))?.p50Ms ?? Number.NaN);
  return waits.reduce((sum, wait) => sum + wait, 0) / seeds.length / minutes(1);
}

const anyQuestion: fc.Arbitrary<WaitQuestion> = fc
  .record({
    ahead: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 15 }),
    desks: fc.array(
      fc.record({
        fields: fc.subarray([1, 2, 3]),
        busy: fc.option(
          fc.record({ field: fc.integer({ min: 1, max: 4 }), since: fc.integer({ min: -5, max: 120 }) }),
        ),
      }),
      { maxLength: 5 },
    ),
    field: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer(),
  })
  .map(({ ahead, desks, field, seed }) =>
    question({
      ahead: line(...ahead),
      desks: desks.map(({ fields, busy: now }) =>
        now === null ? desk(...fields) : busy(opening - minutes(now.since), fields, now.field),
      ),
      fieldId: fieldId(field),
      seed,
    }),
  );

describe('the expected wait', () => {
  test('ES5 is a range of whole ms, the same for the same question, null exactly if no counter serves the field', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const wait = estimateWait(asked);
        expect(estimateWait(asked)).toEqual(wait);
        expect(wait === null).toBe(!asked.desks.some(({ fields }) => fields.has(asked.fieldId)));
        if (wait === null) return;
        expect([Number.isInteger(wait.p50Ms), Number.isInteger(wait.p90Ms)]).toEqual([true, true]);
        expect(wait.p50Ms).toBeGreaterThanOrEqual(0);
        expect(wait.p90Ms).toBeGreaterThanOrEqual(wait.p50Ms);
      }),
      { numRuns: 300 },
    );
  });

  const none: WaitRange = { p50Ms: 0, p90Ms: 0 };
  test.each<readonly [string, Partial<WaitQuestion>, WaitRange | null]>([
    ['no counter at all', { desks: [] }, null],
    ['no counter for the field', { desks: [desk(2), busy(opening, [3])] }, null],
    ['a free counter and nobody ahead', {}, none],
    ['a free counter among busy ones', { desks: [busy(opening, [1]), desk(1)] }, none],
    ['as many free counters as people', { desks: same(3), ahead: people(2) }, none],
    ['people ahead only for other counters', { desks: [desk(2), desk(1)], ahead: line(2, 2, 2) }, none],
  ])('ES6 %s', (_, more, expected) => {
    expect(estimateWait(question(more))).toEqual(expected);
  });

  // With services of exactly known length the wait can be worked out by hand (minutes).
  test.each<readonly [string, Partial<WaitQuestion>, number]>([
    ['one counter, 3 ahead', { ahead: people(3) }, 24],
    ['three counters, 7 ahead', { desks: same(3), ahead: people(7) }, 16],
    ['different fields at one counter', { desks: [desk(1, 2, 3)], ahead: line(2, 3, 1) }, 8 + 4 + 20],
    [
      'a counter that does not serve the field does not help',
      { desks: [desk(1), desk(2)], ahead: line(1, 1) },
      16,
    ],
    ['but takes its own people away', { desks: [desk(1, 2), desk(2)], ahead: line(2, 2) }, 4],
    [
      'a service that began 3 minutes ago',
      { desks: [busy(opening - minutes(3), [1])], ahead: people(1) },
      5 + 8,
    ],
    ['a service that began after now by a faulty clock', { desks: [busy(opening + minutes(3), [1])] }, 8],
    ['someone of another field at the counter', { desks: [busy(opening - minutes(3), [1, 3], 3)] }, 17],
  ])('ES7 %s', (_, more, expected) => {
    const serviceTimes = new Map([
      [fieldId(1), exactly(8)],
      [fieldId(2), exactly(4)],
      [fieldId(3), exactly(20)],
    ]);
    const wait = estimateWait(question({ serviceTimes, ...more }));
    expect((wait?.p50Ms ?? 0) / minutes(1)).toBeCloseTo(expected, 1);
    expect((wait?.p90Ms ?? 0) / minutes(1)).toBeCloseTo(expected, 1);
  });

  test.each([5, 10, 20, 40])(
    'ES8 one counter, %i ahead: about that many services, and a tail as theirs',
    (k) => {
      expect(Math.abs(usually({ ahead: people(k) }) / (k * 8) - 1)).toBeLessThan(0.05);
      const wait = estimateWait(question({ ahead: people(k), seed: 3 }));
      // The sum of k times is nearly normal; nine in ten are below its mean + 1.28 deviations.
      const nineInTen = k * 8 + 1.2816 * 0.6 * 8 * Math.sqrt(k);
      expect(Math.abs((wait?.p90Ms ?? 0) / minutes(nineInTen) - 1)).toBeLessThan(0.1);
    },
  );

  test('ES9 more people ahead never shorten it', () => {
    for (const desks of [1, 2, 4])
      for (const ahead of [0, 1, 3, 8, 16]) {
        const fewer = usually({ desks: same(desks), ahead: people(ahead) });
        const more = usually({ desks: same(desks), ahead: people(ahead + 2) });
        // Where the answer is not 0, two more people are far beyond what chance can hide.
        // Where not all find a free counter, it takes longer.
        expect(more).toBeGreaterThanOrEqual(ahead < desks ? fewer : fewer + 1);
      }
  });

  test('ES10 another counter for the field never lengthens it, and one for other fields changes nothing', () => {
    for (const desks of [1, 2, 4])
      for (const ahead of [0, 2, 6, 15]) {
        const asked = { desks: same(desks), ahead: people(ahead) };
        const before = usually(asked);
        expect(usually({ ...asked, desks: same(desks + 1) })).toBeLessThanOrEqual(before);
        expect(usually({ ...asked, desks: [...same(desks), desk(2)] })).toBe(before);
      }
  });

  test('ES11 a field nothing is known of is taken as an ordinary one', () => {
    const wait = estimateWait(question({ serviceTimes: new Map(), ahead: people(20) }));
    expect(Math.abs((wait?.p50Ms ?? 0) / minutes(200) - 1)).toBeLessThan(0.1);
  });

  test('ES12 costs about a millisecond with 20 people ahead', () => {
    const asked = question({ desks: [...same(4), desk(1, 2), busy(opening, [1, 3])], ahead: people(20) });
    for (let i = 0; i < 50; i++) estimateWait(asked);
    const times = Array.from({ length: 50 }, (_, seed) => {
      const begun = performance.now();
      estimateWait({ ...asked, seed });
      return performance.now() - begun;
    });
    // The quickest, since the machine may be busy.
    expect(Math.min(...times)).toBeLessThan(2);
  });
});

describe('what is known of a service', () => {
  test.each([
    ['nothing measured: the catalogue', 0, 0, 8],
    ['ten measured count as much as the catalogue', 10, 12, 10],
    ['a thousand measured count nearly alone', 990, 12, 11.96],
  ])('ES13 %s', (_, count, measured, expected) => {
    expect(serviceTimeOf(minutes(8), { count, meanMs: minutes(measured) })).toEqual({
      meanMs: minutes(expected),
      spread: 0.6,
    });
  });
});
