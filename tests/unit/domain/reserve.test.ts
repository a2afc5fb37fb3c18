import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessDay, FieldId } from '../../../shared/domain/ids.ts';
import type { Given, Grant } from '../../../shared/domain/reserve.ts';
import {
  lanes,
  leftIn,
  nextOrdinary,
  nextReserved,
  numberIn,
  numbersOf,
  signedText,
} from '../../../shared/domain/reserve.ts';

const today = '2026-11-23' as BusinessDay;
const field = (id: number): FieldId => id as FieldId;
const grantOf = (lane: number, ...prefixes: readonly string[]): Grant => ({
  day: today,
  lane,
  keeper: 'a memory',
  deviceId: null,
  grantedAt: 0,
  fields: prefixes.map((prefix, i) => ({ fieldId: field(i + 1), prefix })),
});

describe('which numbers are set aside', () => {
  test('RN1 a hundred to each lane, none in two, and the server counts past all of them', () => {
    const setAside = lanes.flatMap((lane) => {
      const { first, last } = numbersOf(lane);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
    expect(setAside).toHaveLength(100 * lanes.length);
    expect(new Set(setAside).size).toBe(setAside.length);
    const ordinary: number[] = [];
    for (let last = 0; last < 10_050; ordinary.push(last)) last = nextOrdinary(last);
    expect(ordinary).toEqual(
      Array.from({ length: ordinary.at(-1) ?? 0 }, (_, i) => i + 1).filter((n) => !setAside.includes(n)),
    );
    expect([nextOrdinary(0), nextOrdinary(599), nextOrdinary(8999)]).toEqual([1, 1000, 10_000]);
  });

  test.each([0, 15, 1.5, -1])('RN1 there is no lane %d', (lane) => {
    expect(() => numbersOf(lane)).toThrow(RangeError);
  });

  test('RN1 the first kiosks give three digits, of which the first tells which kiosk it was', () => {
    expect([1, 2, 3, 4, 5].map((lane) => numbersOf(lane).first)).toEqual([900, 800, 700, 600, 9900]);
  });
});

describe('what a kiosk gives by itself', () => {
  test('RN2 one number after another, to the last of the hundred', () => {
    const grant = grantOf(1, 'A', 'B');
    const given: Given[] = [];
    for (;;) {
      const next = nextReserved(grant, field(1), given);
      if (next === null) break;
      given.push({ day: today, fieldId: field(1), ...next });
    }
    expect([given.length, given[0]?.number, given.at(-1)?.number]).toEqual([100, 'A900', 'A999']);
    expect([leftIn(grant, field(1), given), leftIn(grant, field(2), given)]).toEqual([0, 100]);
    expect(leftIn(grant, field(3), given)).toBe(0);
    // Yesterday's are not today's.
    expect(leftIn({ ...grant, day: '2026-11-24' as BusinessDay }, field(1), given)).toBe(100);
  });

  test('RN2 never the same number twice on a day, nor the same place of a field, whatever prefixes are moved', () => {
    const letters = ['A', 'B', 'C'];
    const moves = fc.array(
      fc.record({
        order: fc.shuffledSubarray(letters, { minLength: 3 }),
        which: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(moves, (all) => {
        const given: Given[] = [];
        for (const { order, which } of all) {
          const next = nextReserved(grantOf(1, ...order), field(which), given);
          if (next !== null) given.push({ day: today, fieldId: field(which), ...next });
        }
        expect(new Set(given.map(({ number }) => number)).size).toBe(given.length);
        expect(new Set(given.map(({ fieldId, sequence }) => `${fieldId} ${sequence}`)).size).toBe(
          given.length,
        );
      }),
    );
  });

  test('RN3 a grant holds the numbers of its lane and its fields, and no others', () => {
    const grant = grantOf(2, 'A');
    expect([799, 800, 899, 900].map((sequence) => numberIn(grant, field(1), sequence))).toEqual([
      null,
      'A800',
      'A899',
      null,
    ]);
    expect(numberIn(grant, field(2), 800)).toBeNull();
  });

  test.each<readonly [string, Partial<Grant>]>([
    ['day', { day: '2026-11-24' as BusinessDay }],
    ['lane', { lane: 2 }],
    ['memory', { keeper: 'another' }],
    ['kiosk', { deviceId: 3 }],
    ['time', { grantedAt: 1 }],
    ['fields', { fields: [] }],
    ['prefix', { fields: [{ fieldId: field(1), prefix: 'B' }] }],
  ])('RN3 the signature is of its %s, too', (_, other) => {
    const grant = grantOf(1, 'A');
    expect(signedText({ ...grant, ...other })).not.toBe(signedText(grant));
  });
});
