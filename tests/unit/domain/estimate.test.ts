import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { rangeOf, rollOut } from '../../../shared/domain/estimate.ts';
import type { OfficeNow } from '../../../shared/domain/estimate/state.ts';
import { logNormal } from '../../../shared/domain/random.ts';
import { counterId, fieldId, minutes, officerId } from '../../factories/ids.ts';
import {
  deskFor,
  lasting,
  lineOf,
  nine,
  noHabits,
  officeAtNine,
  people,
  serving,
} from '../../factories/offices.ts';
import { ticketOf } from '../../factories/tickets.ts';

/** The median in minutes of somebody who takes a number of a field now; `null` for a wait without end. */
function newcomer(
  more: Partial<OfficeNow>,
  { field = 1, hasPriority = false, seed = 1 } = {},
): number | null {
  const found = rollOut(officeAtNine(more), seed).newcomers.get(fieldId(field));
  const range = found === undefined ? null : rangeOf(hasPriority ? found.priority : found.normal);
  return range === null ? null : range.p50Ms / minutes(1);
}

/** The medians of those who wait, in minutes, by the number at the end of their id. */
function waits(more: Partial<OfficeNow>): number[] {
  const outlook = rollOut(officeAtNine(more), 1);
  return (more.waiting ?? []).map(({ id }) => {
    const wait = outlook.waits.get(id);
    return wait === undefined ? Number.NaN : Math.round(wait.p50Ms / 1000) / 60;
  });
}

const same = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    deskFor([1], { counterId: counterId(i + 1), officerId: officerId(i + 1) }),
  );

const anyOffice: fc.Arbitrary<OfficeNow> = fc
  .record({
    line: fc.array(
      fc.record({
        field: fc.integer({ min: 1, max: 3 }),
        priority: fc.boolean(),
        notBefore: fc.option(fc.integer({ min: -5, max: 20 })),
        appointment: fc.option(fc.integer({ min: -20, max: 40 }), { freq: 8 }),
      }),
      { maxLength: 15 },
    ),
    desks: fc.array(
      fc.record({
        fields: fc.subarray([1, 2, 3], { minLength: 1 }),
        kind: fc.constantFrom('free', 'serving', 'called', 'away', 'unknown'),
        ago: fc.integer({ min: -5, max: 120 }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ line, desks }) =>
    officeAtNine({
      services: lasting([8, 4, 20], 0.6),
      habits: { ...noHabits, absence: () => 0.1, late: logNormal({ meanMs: minutes(5), spread: 1 }) },
      waiting: line.map(({ field, priority, notBefore, appointment }, i) =>
        ticketOf(i + 1, {
          fieldId: fieldId(field),
          priority: priority ? 'ELDERLY80' : null,
          state: { kind: 'waiting', notBefore: notBefore === null ? null : nine + minutes(notBefore) },
          appointmentAt: appointment === null ? null : nine + minutes(appointment),
        }),
      ),
      desks: desks.map(({ fields, kind, ago }, i) => {
        const since = nine - minutes(ago);
        const desk = { counterId: counterId(i + 1), officerId: officerId(i + 1) };
        const called = ticketOf(100 + i, {
          since,
          state: { kind: 'called', desk, announcements: 1, turn: 'normal' },
        });
        const doing = {
          free: { kind: 'free', since },
          serving: serving(ago, 3),
          called: { kind: 'called', ticket: called },
          away: { kind: 'away', since: nine - minutes(200), until: since },
          unknown: { kind: 'away', since, until: null },
        } as const;
        return deskFor(fields, { ...desk, doing: doing[kind] });
      }),
    }),
  );

describe('the expected wait', () => {
  test('ES5 is whole ms in order, the same for the same question, and endless exactly if no counter serves the field', () => {
    fc.assert(
      fc.property(anyOffice, fc.integer(), (office, seed) => {
        const outlook = rollOut(office, seed);
        expect(rollOut(office, seed)).toEqual(outlook);
        const isServed = (field: number): boolean =>
          office.desks.some(({ fields }) => fields.has(fieldId(field)));
        const all = [
          ...office.waiting.map((ticket) => [ticket.fieldId, outlook.waits.get(ticket.id)] as const),
          ...[...outlook.newcomers].flatMap(([field, { normal, priority }]) => [
            [field, normal] as const,
            [field, priority] as const,
          ]),
        ];
        expect(all).toHaveLength(office.waiting.length + 6);
        for (const [field, wait] of all) {
          if (wait === undefined) throw new Error('nothing is said of somebody');
          expect(rangeOf(wait) === null).toBe(!isServed(field));
          if (!isServed(field)) continue;
          const { p10Ms, p50Ms, p90Ms } = wait;
          for (const ms of [p10Ms, p50Ms, p90Ms]) expect(Number.isInteger(ms)).toBe(true);
          expect([0, p10Ms, p50Ms, p90Ms].toSorted((a, b) => a - b)).toEqual([0, p10Ms, p50Ms, p90Ms]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each<readonly [string, Partial<OfficeNow>, number | null]>([
    ['no counter at all', { desks: [] }, null],
    ['no counter for the field', { desks: [deskFor([2]), deskFor([3])] }, null],
    ['a free counter and nobody ahead', {}, 0],
    ['a free counter among busy ones', { desks: [deskFor([1], { doing: serving(2) }), deskFor([1])] }, 0],
    ['more free counters than people', { desks: same(3), waiting: people(2) }, 0],
    [
      'people ahead only for other counters',
      { desks: [deskFor([2]), deskFor([1])], waiting: lineOf(2, 2, 2) },
      0,
    ],
  ])('ES6 %s', (_, more, expected) => {
    expect(newcomer(more)).toBe(expected);
  });

  // With services of exactly known length the wait can be worked out by hand (minutes).
  test.each<readonly [string, Partial<OfficeNow>, number]>([
    ['one counter, 3 ahead', { waiting: people(3) }, 24],
    ['three counters, 7 ahead', { desks: same(3), waiting: people(7) }, 16],
    [
      'different fields at one counter',
      { desks: [deskFor([1, 2, 3])], waiting: lineOf(2, 3, 1) },
      8 + 4 + 20,
    ],
    [
      'a counter that does not serve the field does not help',
      { desks: [deskFor([1]), deskFor([2])], waiting: lineOf(1, 1) },
      16,
    ],
    ['but takes its own people away', { desks: [deskFor([1, 2]), deskFor([2])], waiting: lineOf(2, 2) }, 4],
    [
      'a service that began 3 minutes ago',
      { desks: [deskFor([1], { doing: serving(3) })], waiting: people(1) },
      5 + 8,
    ],
    [
      'a service that began after now by a faulty clock',
      { desks: [deskFor([1], { doing: serving(-3) })] },
      8,
    ],
    [
      'someone of a field that no counter serves at the counter',
      { desks: [deskFor([1], { doing: serving(3, 3) })], fields: [fieldId(1)] },
      17,
    ],
    ['someone of another field at the counter', { desks: [deskFor([1, 3], { doing: serving(3, 3) })] }, 17],
    [
      'an officer who takes twice as long',
      {
        services: {
          ...lasting([8]),
          officers: new Map([[officerId(1), { mean: Math.LN2, uncertainty: 0 }]]),
        },
        waiting: people(2),
      },
      32,
    ],
    [
      'walking to the desk and the gap after each service',
      {
        habits: {
          ...noHabits,
          walk: { mean: Math.log(minutes(1)), deviation: 1e-9 },
          gap: { mean: Math.log(minutes(2)), deviation: 1e-9 },
        },
        waiting: people(3),
      },
      3 * (1 + 8 + 2),
    ],
  ])('ES7 %s', (_, more, expected) => {
    expect(newcomer(more)).toBeCloseTo(expected, 1);
  });

  test.each([5, 10, 20, 40])(
    'ES8 one counter, %i ahead: about that many services, and a tail as theirs',
    (k) => {
      const services = lasting([8], 0.6);
      const outlook = rollOut(officeAtNine({ services, waiting: people(k) }), 3).newcomers.get(fieldId(1));
      const { p50Ms, p90Ms } = outlook?.normal ?? { p50Ms: 0, p90Ms: 0 };
      expect(Math.abs(p50Ms / minutes(k * 8) - 1)).toBeLessThan(0.08);
      // The sum of k times is nearly normal; nine in ten are below its mean + 1.28 deviations.
      const nineInTen = k * 8 + 1.2816 * 0.6 * 8 * Math.sqrt(k);
      expect(Math.abs(p90Ms / minutes(nineInTen) - 1)).toBeLessThan(0.1);
    },
  );

  test('ES9 more people ahead never shorten it', () => {
    const services = lasting([8], 0.6);
    for (const desks of [1, 2, 4])
      for (const ahead of [0, 1, 3, 8, 16]) {
        const fewer = newcomer({ services, desks: same(desks), waiting: people(ahead) }) ?? Number.NaN;
        const more = newcomer({ services, desks: same(desks), waiting: people(ahead + 2) }) ?? Number.NaN;
        // Where not all find a free counter, two people more are far beyond what chance can hide.
        expect(more).toBeGreaterThanOrEqual(ahead < desks ? fewer : fewer + 1);
      }
  });

  test('ES10 another counter for the field never lengthens it, and one for other fields changes nothing', () => {
    const services = lasting([8, 4], 0.6);
    for (const desks of [1, 2, 4])
      for (const ahead of [0, 2, 6, 15]) {
        const asked = { services, waiting: people(ahead) };
        const before = newcomer({ ...asked, desks: same(desks) }) ?? Number.NaN;
        expect(newcomer({ ...asked, desks: same(desks + 1) })).toBeLessThanOrEqual(before);
        const elsewhere = { ...asked, waiting: [...people(ahead), ...lineOf(2, 2)] };
        expect(newcomer({ ...elsewhere, desks: [...same(desks), deskFor([2])] })).toBe(before);
      }
  });

  test('ES11 a field nothing is known of is taken as an ordinary one', () => {
    const wait = newcomer({ services: lasting([]), waiting: people(20) }) ?? Number.NaN;
    expect(Math.abs(wait / 200 - 1)).toBeLessThan(0.15);
  });

  test.each([
    [10, 1],
    [20, 2],
    [30, 4],
    [48, 4],
  ])(
    'ES32 of %i ahead at %i counters chance moves the median by less than a tenth of the spread',
    (ahead, desks) => {
      const office = officeAtNine({
        services: lasting([8], 0.6),
        habits: { ...noHabits, absence: () => 0.1 },
        desks: same(desks),
        waiting: people(ahead),
      });
      const found = Array.from({ length: 40 }, (_, seed) => {
        const quantiles = rollOut(office, seed * 1000).newcomers.get(fieldId(1))?.normal;
        return [quantiles?.p50Ms ?? 0, (quantiles?.p90Ms ?? 0) - (quantiles?.p10Ms ?? 0)] as const;
      });
      const mean = (values: readonly number[]): number =>
        values.reduce((sum, x) => sum + x, 0) / values.length;
      const middle = mean(found.map(([median]) => median));
      const deviation = Math.sqrt(mean(found.map(([median]) => (median - middle) ** 2)));
      expect(1.96 * deviation).toBeLessThan(mean(found.map(([, spread]) => spread)) / 10);
    },
  );

  test('ES12 costs less than a millisecond for each of 40 who wait at 8 counters', () => {
    const office = officeAtNine({
      services: lasting([8, 4, 20], 0.6),
      habits: { ...noHabits, absence: () => 0.1 },
      desks: [...same(4), deskFor([1, 2]), deskFor([2]), deskFor([2, 3]), deskFor([1, 3])],
      waiting: lineOf(...Array.from({ length: 40 }, (_, i) => 1 + (i % 3))),
    });
    const times = Array.from({ length: 30 }, (_, seed) => {
      const begun = performance.now();
      rollOut(office, seed);
      return performance.now() - begun;
    });
    // The quickest, since the machine may be busy.
    expect(Math.min(...times)).toBeLessThan(40);
  });
});

describe('the order in which people are called, as it is foretold', () => {
  test('ES14 everybody in line is told the wait of their own place', () => {
    expect(waits({ waiting: lineOf(1, 1, 1, 1), desks: same(2) })).toEqual([0, 0, 8, 8]);
  });

  const elderly = { priority: 'ELDERLY80' };
  test.each<readonly [string, number, number[], number]>([
    // Two normal calls between two of priority; the third of four normal people waits for the second priority visitor.
    ['one of three', 3, [8, 16, 32, 40, 0, 24], 48],
    ['one of one', 1, [16, 24, 32, 40, 0, 8], 48],
  ])('ES15 priority is mixed with the others: %s', (_, oneOfEvery, expected, normal) => {
    const asked = {
      oneOfEvery,
      waiting: [...people(4), ticketOf(5, elderly), ticketOf(6, elderly)],
    };
    expect(waits(asked)).toEqual(expected);
    expect(newcomer(asked)).toBeCloseTo(normal, 1);
  });

  test('ES15 a newcomer with priority is called before normal people, as far as the mixing lets it', () => {
    const waiting = people(5);
    expect(newcomer({ waiting }, { hasPriority: true })).toBeCloseTo(0, 1);
    const desks = [deskFor([1], { normalCallsSincePriority: 0 })];
    expect(newcomer({ waiting, desks }, { hasPriority: true })).toBeCloseTo(16, 1);
    expect(newcomer({ waiting, desks })).toBeCloseTo(40, 1);
  });

  test('ES16 who is left in peace is not ahead until then, and then has the old place', () => {
    const cooling = ticketOf(1, { misses: 1, state: { kind: 'waiting', notBefore: nine + minutes(10) } });
    expect(newcomer({ waiting: [cooling] })).toBe(0);
    // Called at 0 and 8; at 16 the first comes before the last.
    expect(waits({ waiting: [cooling, ticketOf(2), ticketOf(3), ticketOf(4)] })).toEqual([16, 0, 8, 24]);
  });

  test('ES17 an appointment is called at its time before all others, also of somebody who has not come yet', () => {
    const at = nine + minutes(10);
    const appointed = ticketOf(4, { appointmentAt: at });
    expect(waits({ waiting: [...people(3), appointed] })).toEqual([0, 8, 24, 16]);
    expect(waits({ waiting: people(3), appointments: [{ fieldId: fieldId(1), at }] })).toEqual([0, 8, 24]);
  });

  test('ES18 a ticket kept for a counter or an officer waits for that one', () => {
    const desks = [
      deskFor([1], { doing: serving(1) }),
      deskFor([1], { counterId: counterId(2), officerId: officerId(7) }),
    ];
    const kept = (sequence: number, counter: number) =>
      ticketOf(sequence, { target: { kind: 'counter', counterId: counterId(counter) } });
    const forOfficer = ticketOf(3, { target: { kind: 'officer', officerId: officerId(7) } });
    expect(waits({ desks, waiting: [kept(1, 1), kept(2, 2), forOfficer, kept(4, 9)] })).toEqual([
      7,
      0,
      8,
      Infinity,
    ]);
  });

  test('ES19 a counter on a break calls nobody until its end; where nobody said when, as long as breaks last', () => {
    const away = (until: number | null) =>
      newcomer({
        desks: [
          deskFor([1], {
            doing: {
              kind: 'away',
              since: nine - minutes(5),
              until: until === null ? null : nine + minutes(until),
            },
          }),
        ],
      });
    expect(away(7)).toBeCloseTo(7, 1);
    expect(away(null)).toBeGreaterThan(2);
    expect(away(null)).toBeLessThan(12);
  });

  test('ES20 an officer calls the fields of a lower rank first', () => {
    const fields = new Map([
      [fieldId(1), 2],
      [fieldId(2), 1],
    ]);
    const asked = { desks: [deskFor([], { fields })], waiting: lineOf(1, 1, 2, 2) };
    expect(waits(asked)).toEqual([8, 16, 0, 4]);
    expect(newcomer(asked, { field: 2 })).toBeCloseTo(8, 1);
    expect(newcomer(asked)).toBeCloseTo(24, 1);
  });

  test('ES21 nobody is called in a pause, and by a counter that closes after its end', () => {
    const pauses = [{ from: nine + minutes(10), until: nine + minutes(60) }];
    expect(waits({ desks: [deskFor([1], { pauses })], waiting: people(4) })).toEqual([0, 8, 60, 68]);
    const until = nine + minutes(10);
    expect(waits({ desks: [deskFor([1], { until })], waiting: people(3) })).toEqual([0, 8, Infinity]);
  });

  test('ES22 who is not there costs the call and comes again after the cool-down, and not for ever', () => {
    const habits = {
      ...noHabits,
      giveUp: { mean: Math.log(minutes(2)), deviation: 1e-9 },
      // Those of field 2 never come.
      absence: (field: number) => (field === 2 ? 1 : 0),
    };
    const asked = { habits, desks: [deskFor([1, 2])], waiting: lineOf(2, 1, 1, 1) };
    // Missed at 0, 10 (after the cool-down of 5, and the service that runs) and 20.
    expect(waits(asked)).toEqual([0, 2, 12, 22]);
    expect(newcomer(asked)).toBeCloseTo(30, 1);
  });

  test('ES23 a call that stays unanswered is given up more likely the longer it lasts', () => {
    const habits = {
      ...noHabits,
      walk: logNormal({ meanMs: 30_000, spread: 0.5 }),
      giveUp: logNormal({ meanMs: 180_000, spread: 0.3 }),
      absence: () => 0.2,
    };
    const after = (seconds: number) => {
      const desk = { counterId: counterId(1), officerId: officerId(1) };
      const ticket = ticketOf(1, {
        since: nine - seconds * 1000,
        state: { kind: 'called', desk, announcements: 1, turn: 'normal' },
      });
      return newcomer({ habits, desks: [deskFor([1], { doing: { kind: 'called', ticket } })] });
    };
    expect(after(5)).toBeGreaterThan(7);
    expect(after(150)).toBeLessThan(2);
  });

  test('ES24 priority visitors who are still to come lengthen the wait of normal people', () => {
    const waiting = people(10);
    const coming = { fieldId: fieldId(1), priority: true, perHour: [6, 6, 6, 6] };
    const without = newcomer({ waiting }) ?? Number.NaN;
    const among = newcomer({ waiting, arrivals: [coming] }) ?? Number.NaN;
    // Eight hours' worth of every third call at most.
    expect(among).toBeGreaterThan(without + 24);
    expect(among).toBeLessThanOrEqual(without * 1.5 + 8);
    const normal = { ...coming, priority: false };
    expect(newcomer({ waiting, arrivals: [normal] })).toBeCloseTo(without, 1);
  });
});
