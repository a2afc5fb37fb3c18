import { describe, expect, test } from 'vitest';
import { endOf, fitOf, helpFor } from '../../../shared/domain/estimate/ends.ts';
import { rollOut } from '../../../shared/domain/estimate.ts';
import type { OfficeNow } from '../../../shared/domain/estimate/state.ts';
import { usualCall, usualService } from '../../../shared/domain/estimate/usual.ts';
import type { FloorFacts, TroubleSince } from '../../../shared/domain/floor.ts';
import { alertsOf, lastsLevel, lineLevel, waitLevel } from '../../../shared/domain/floor.ts';
import { closingOn } from '../../../shared/domain/hours.ts';
import { logNormal } from '../../../shared/domain/random.ts';
import { usualWeek } from '../../factories/hours.ts';
import { counterId, fieldId, minutes, officerId, today } from '../../factories/ids.ts';
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

const limits = { longLine: 10, veryLongLine: 20, longWaitMs: minutes(30), veryLongWaitMs: minutes(60) };
const usual = { longMs: minutes(15), veryLongMs: minutes(27) };

describe('levels', () => {
  test.each([
    [9, 'calm'],
    [10, 'long'],
    [19, 'long'],
    [20, 'veryLong'],
  ])('FL2 a line of %i people is %s', (count, level) => expect(lineLevel(count, limits)).toBe(level));

  test.each([
    [minutes(30) - 1, 'calm'],
    [minutes(30), 'long'],
    [minutes(60), 'veryLong'],
  ])('FL2 a wait of %i ms is %s', (ms, level) => expect(waitLevel(ms, limits)).toBe(level));

  test.each([
    [minutes(15) - 1, usual, 'calm'],
    [minutes(15), usual, 'long'],
    [minutes(27), usual, 'veryLong'],
    [minutes(500), null, 'calm'],
  ])('FL3 what has lasted %i ms is, by what is usual, %#', (ms, of, level) =>
    expect(lastsLevel(ms, of)).toBe(level),
  );
});

describe('what is usual', () => {
  const services = (spread: number): OfficeNow['services'] => lasting([8, 4, 20], spread);
  const longOf = (more: Partial<OfficeNow>, field = 1): number =>
    (usualService(officeAtNine(more), fieldId(field), officerId(1))?.longMs ?? Number.NaN) / minutes(1);

  test('FL3 one service in ten lasts longer, by the field and its officer', () => {
    const { mean, deviation } = logNormal({ meanMs: minutes(8), spread: 0.6 });
    expect(longOf({ services: services(0.6) })).toBeCloseTo(
      Math.exp(mean + 1.2816 * deviation) / minutes(1),
      3,
    );
    expect(longOf({ services: services(0.6) }, 3)).toBeGreaterThan(30);
    const slow = new Map([[officerId(1), { mean: Math.log(1.5), uncertainty: 0 }]]);
    const slower = longOf({ services: { ...services(0.6), officers: slow } });
    expect(slower).toBeCloseTo(1.5 * longOf({ services: services(0.6) }), 3);
  });

  test('FL3 what is less well known is called long later; of a field nobody knows, nothing is', () => {
    const doubtful = { ...services(0.6), newOfficer: { mean: 0, uncertainty: 0.4 } };
    expect(longOf({ services: doubtful })).toBeGreaterThan(longOf({ services: services(0.6) }));
    expect(usualService(officeAtNine(), fieldId(9), officerId(1))).toBeNull();
  });

  test('FL3 a call is long when officers usually give up', () => {
    const giveUp = logNormal({ meanMs: 90_000, spread: 0.5 });
    const { longMs, veryLongMs } = usualCall(officeAtNine({ habits: { ...noHabits, giveUp } }));
    expect(longMs).toBeGreaterThan(90_000);
    expect(longMs).toBeLessThan(180_000);
    expect(veryLongMs).toBeGreaterThan(longMs);
  });
});

describe('when lines end', () => {
  /** In minutes from now, each field's end. */
  const endsOf = (more: Partial<OfficeNow>, ...fields: number[]): number => {
    const { ends } = rollOut(officeAtNine(more), 1);
    return endOf(fields.flatMap((field) => ends.get(fieldId(field)) ?? [])).p50Ms / minutes(1);
  };
  const two = [
    deskFor([1]),
    deskFor([3], { counterId: counterId(2), officerId: officerId(2), doing: serving(5, 3) }),
  ];
  const called = ticketOf(50, {
    since: nine,
    state: {
      kind: 'called',
      desk: { counterId: counterId(1), officerId: officerId(1) },
      announcements: 1,
      turn: 'normal',
    },
  });

  test.each<readonly [string, Partial<OfficeNow>, number[], number]>([
    ['nobody is there', {}, [1], 0],
    ['three services of eight minutes, one after the other', { waiting: people(3) }, [1], 24],
    [
      'at two counters',
      {
        waiting: people(4),
        desks: [deskFor([1]), deskFor([1], { counterId: counterId(2), officerId: officerId(2) })],
      },
      [1],
      16,
    ],
    ['somebody is still served', { desks: [deskFor([1], { doing: serving(5) })] }, [1], 3],
    [
      'somebody is on the way to the counter',
      { desks: [deskFor([1], { doing: { kind: 'called', ticket: called } })] },
      [1],
      8,
    ],
    ['the longest of the fields', { desks: two, waiting: people(2) }, [1, 3], 16],
    ['the field alone', { desks: two, waiting: people(1) }, [3], 15],
    [
      'a pause comes between',
      {
        desks: [deskFor([1], { pauses: [{ from: nine + minutes(10), until: nine + minutes(40) }] })],
        waiting: people(3),
      },
      [1],
      48,
    ],
    ['no counter serves it', { waiting: lineOf(2) }, [2], Infinity],
    [
      'the counter closes before',
      { desks: [deskFor([1], { until: nine + minutes(10) })], waiting: people(4) },
      [1],
      Infinity,
    ],
  ])('FL4 %s', (_, more, fields, expected) => {
    expect(endsOf(more, ...fields)).toBeCloseTo(expected, 0);
  });

  test.each([
    [{ p50Ms: minutes(50), p90Ms: minutes(60) }, 'fits'],
    [{ p50Ms: minutes(60), p90Ms: minutes(61) }, 'tight'],
    [{ p50Ms: minutes(61), p90Ms: minutes(90) }, 'late'],
    [{ p50Ms: Infinity, p90Ms: Infinity }, 'never'],
  ])('FL5 %o, an hour before closing, %s', (end, fit) => expect(fitOf(end, minutes(60))).toBe(fit));

  test('FL5 the middle and nine in ten differ as much as services do', () => {
    const { ends } = rollOut(officeAtNine({ services: lasting([8], 0.6), waiting: people(6) }), 1);
    const { p50Ms, p90Ms } = endOf([ends.get(fieldId(1)) ?? new Float64Array()]);
    expect(p50Ms).toBeGreaterThan(minutes(40));
    expect(p90Ms).toBeGreaterThan(p50Ms + minutes(5));
    expect(p90Ms).toBeLessThan(p50Ms + minutes(40));
  });

  test.each([
    [10, 60, { counters: 1, surely: true }],
    [10, 35, { counters: 2, surely: true }],
    [12, 25, { counters: 3, surely: true }],
    [40, 30, null],
  ])('FL6 %i people, %i minutes before closing, are helped by %o', (count, left, help) => {
    expect(helpFor(officeAtNine({ waiting: people(count) }), fieldId(1), minutes(left), 1)).toEqual(help);
  });

  test('FL6 what may help, and may not, is not called sure', () => {
    const office = officeAtNine({ services: lasting([8], 0.6), waiting: people(12) });
    expect(helpFor(office, fieldId(1), minutes(31), 1)).toEqual({ counters: 3, surely: false });
  });

  test('FL5 the office closes with its last span; a day without any has no closing', () => {
    const hours = { week: usualWeek, specialDays: [], lastTicketMs: minutes(30) };
    const closes = closingOn(hours, today, 'Asia/Ho_Chi_Minh');
    expect(closes === null ? null : new Date(closes).toISOString()).toBe(`${today}T10:00:00.000Z`);
    const holiday = { day: today, name: { vi: 'Nghỉ', en: 'Off' }, spans: [] };
    expect(closingOn({ ...hours, specialDays: [holiday] }, today, 'Asia/Ho_Chi_Minh')).toBeNull();
    expect(closingOn({ ...hours, week: null }, today, 'Asia/Ho_Chi_Minh')).toBeNull();
  });
});

describe('alerts', () => {
  const field = (more: object) => ({
    id: fieldId(1),
    waiting: 1,
    longestSince: nine,
    openCounters: 1,
    ...more,
  });
  const counter = (more: object) => ({
    id: counterId(3),
    officer: { online: true },
    ticket: null,
    goneSince: null,
    ...more,
  });
  const calledAt = (since: number) => ({ number: 'A012', state: 'called' as const, since });
  const call = { longMs: 150_000, veryLongMs: 240_000 };
  const facts = (more: Partial<FloorFacts>): FloorFacts => ({
    limits,
    usualCall: call,
    fields: [],
    counters: [],
    troubles: [],
    ...more,
  });
  const later = (minute: number): number => nine + minutes(minute);

  test.each<readonly [string, Partial<FloorFacts>, number, readonly string[]]>([
    [
      'nothing',
      { fields: [field({ waiting: 0, longestSince: null, openCounters: 0 })], counters: [counter({})] },
      1,
      [],
    ],
    ['a wait below the threshold', { fields: [field({})] }, 29, []],
    ['a wait over the threshold', { fields: [field({})] }, 30, ['longWait 1 long']],
    ['a very long wait', { fields: [field({})] }, 60, ['longWait 1 veryLong!']],
    [
      'no counter open, however short the wait',
      { fields: [field({ openCounters: 0 })] },
      0,
      ['noCounter 1!'],
    ],
    ['a call that may still be answered', { counters: [counter({ ticket: calledAt(nine) })] }, 2, []],
    [
      'a call nobody has answered',
      { counters: [counter({ ticket: calledAt(nine) })] },
      3,
      [`calledLong 3 A012 ${nine}`],
    ],
    [
      'a long service is no alert',
      { counters: [counter({ ticket: { ...calledAt(nine), state: 'serving' } })] },
      90,
      [],
    ],
    [
      'a console that is loaded anew',
      { counters: [counter({ officer: { online: false }, goneSince: later(0.8) })] },
      1,
      [],
    ],
    [
      'a console that is gone',
      { counters: [counter({ officer: { online: false }, goneSince: nine })] },
      1,
      ['consoleGone 3'],
    ],
    ['a console that was never there', { counters: [counter({ officer: { online: false } })] }, 1, []],
  ])('FL7 %s', (_, more, minute, expected) => {
    const alerts = alertsOf(facts(more), later(minute));
    expect(alerts.map(({ key, grave }) => key + (grave ? '!' : ''))).toEqual(expected);
  });

  test.each<readonly [TroubleSince, number, readonly string[]]>([
    [{ kind: 'printer', name: 'Sảnh', fault: 'paperOut', since: nine }, 0, ['printer  Sảnh!']],
    [{ kind: 'camera', name: null, since: nine }, 0, ['camera  ']],
    [{ kind: 'screenGone', name: 'Bảng', screen: 'wall', since: nine }, 0.4, []],
    [{ kind: 'screenGone', name: 'Bảng', screen: 'wall', since: nine }, 0.5, ['screenGone wall Bảng!']],
    [
      { kind: 'screenGone', name: 'Quầy 3', screen: 'counter', since: null },
      0,
      ['screenGone counter Quầy 3'],
    ],
    [{ kind: 'backup', since: nine }, 0, ['backup  !']],
    [{ kind: 'audit', since: null }, 0, ['audit  !']],
    [{ kind: 'clock', by: -7_200_000, since: nine }, 0, ['clock  !']],
    [{ kind: 'faces', since: nine }, 0, ['faces  ']],
    [{ kind: 'disk', freeBytes: 4e8, since: null }, 0, ['disk  !']],
    [{ kind: 'certificate', until: later(8 * 24 * 60), since: null }, 0, ['certificate  ']],
    [{ kind: 'certificate', until: later(6 * 24 * 60), since: null }, 0, ['certificate  !']],
    [{ kind: 'screenGone', name: 'Bảng', screen: 'wall', since: later(120) }, 0, ['screenGone wall Bảng!']],
  ])('FL7 %o', (trouble, minute, expected) => {
    const alerts = alertsOf(facts({ troubles: [trouble] }), later(minute));
    expect(alerts.map(({ key, grave }) => key + (grave ? '!' : ''))).toEqual(expected);
  });

  test('FL8 the gravest stand first, of these the newest; the same matter keeps its key', () => {
    const busy = facts({
      fields: [field({}), field({ id: fieldId(2), openCounters: 0, longestSince: later(20) })],
      counters: [counter({ ticket: calledAt(later(31)) })],
      troubles: [
        { kind: 'audit', since: null },
        { kind: 'printer', name: 'Sảnh', fault: 'away', since: later(5) },
      ],
    });
    const kinds = (minute: number) => alertsOf(busy, later(minute)).map(({ kind }) => kind);
    expect(kinds(35)).toEqual(['noCounter', 'printer', 'audit', 'calledLong', 'longWait']);
    expect(kinds(60)).toEqual(['longWait', 'noCounter', 'printer', 'audit', 'calledLong']);
    const keysAt = (minute: number) => alertsOf(busy, later(minute)).map(({ key }) => key);
    expect(keysAt(36)).toEqual(keysAt(35));
  });
});
