import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchClock } from '../../server/clock.ts';
import type { Context } from '../../server/usecases/ports.ts';
import { minutes, opening } from '../factories/ids.ts';
import { testConfig } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, fieldOf, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { faultsOf, statesIn } from './audit.ts';

// The server looks at the clock every second; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

/** As long as it takes the server to close the days that are not today. */
const lookAtClock = () => vi.advanceTimersByTime(30_000);

const newYear = Date.UTC(2026, 11, 31, 17);
const stayLoggedIn = 'UPDATE session SET expires_at = expires_at + 100 * 86400000';

/** Counter 1 at midnight of the new year in Hà Nội. */
async function atNewYear() {
  const office = await staffedOffice();
  await office.edit(stayLoggedIn);
  office.clock.now = newYear;
  const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
  return { office, kiosk, officer, fieldId: fieldOf(officer, 1) };
}

type TicketRow = {
  number: string;
  business_day: string;
  sequence: number;
  issued_at: number;
  order_at: number;
};
const ticketsIn = (office: StaffedOffice) => office.rows()['ticket'] as TicketRow[];

/** What is out of order in a list of tickets as they were issued; empty if nothing is. */
function disorderIn(tickets: readonly TicketRow[]): string[] {
  return [...Map.groupBy(tickets, (row) => row.business_day)].flatMap(([day, ofDay]) =>
    ofDay.flatMap((row, i) => {
      const before = ofDay[i - 1];
      return before !== undefined &&
        (row.sequence !== before.sequence + 1 ||
          row.issued_at <= before.issued_at ||
          row.order_at <= before.order_at)
        ? [`${day} ${row.number} after ${before.number}`]
        : [];
    }),
  );
}

describe('a clock that is set', () => {
  test('DY7 however it walks, over midnight and year’s end, each day’s numbers go on and are called in order of issue', async () => {
    const anyStep = fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: minutes(10) }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(minutes(120), -minutes(120), minutes(24 * 60), -minutes(24 * 60)),
      },
      { weight: 1, arbitrary: fc.integer({ min: -minutes(300), max: minutes(300) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
        const { office, kiosk, officer, fieldId } = await atNewYear();
        for (const step of steps) {
          office.clock.pass(step);
          await issue(kiosk, fieldId);
        }
        const tickets = ticketsIn(office);
        expect(disorderIn(tickets)).toEqual([]);
        expect(faultsOf(office.rows())).toEqual([]);
        // Nobody was called yet: everybody of the day it is now, in the order in which they came.
        const day = tickets.at(-1)?.business_day;
        const ofDay = tickets.filter((row) => row.business_day === day).map(({ number }) => number);
        lookAtClock();
        // On a new day counters are free.
        await officer.do('desk:take', { counterId: 1 });
        const { line } = await officer.until((view) => view.line.length === ofDay.length);
        expect(line.map(({ number }) => number)).toEqual(ofDay);
        await closeAll();
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    ['two hours on and back', [0, 120, 121, 1, 2]],
    ['two hours back and on', [0, -120, -119, 1, 2]],
    ['back over midnight and year’s end, and on again', [5, -30, 6, -29, 7]],
    ['standing still', [0, 0, 0, 0, 0]],
  ])('DY8 %s', async (_, times) => {
    const { office, kiosk, officer, fieldId } = await atNewYear();
    const issued: string[] = [];
    for (const time of times) {
      office.clock.now = newYear + minutes(time);
      issued.push((await issue(kiosk, fieldId)).number);
    }
    const tickets = ticketsIn(office);
    expect(tickets.map(({ number }) => number)).toEqual(issued);
    expect(disorderIn(tickets)).toEqual([]);
    lookAtClock();
    const today = tickets.filter((row) => row.business_day === '2027-01-01');
    for (const { number } of today) {
      const called = await officer.do('ticket:callNext', {});
      expect(called.number).toBe(number);
      await officer.do('ticket:start', { ticketId: called.ticketId });
      await officer.do('ticket:finish', {
        ticketId: called.ticketId,
        outcome: { result: 'completed', procedures: [], dossierCodes: [] },
        callNext: false,
      });
    }
  });
});

test('DY12 to the end is behind everyone, also after the clock was set back', async () => {
  const { office, kiosk, officer, fieldId } = await atNewYear();
  const issued = [];
  for (let i = 0; i < 3; i++) {
    office.clock.pass(minutes(1));
    issued.push((await issue(kiosk, fieldId)).number);
  }
  office.clock.pass(-minutes(2.5));
  const { ticketId } = await officer.do('ticket:callNext', {});
  await officer.do('ticket:transfer', { ticketId, fieldId, target: { kind: 'anyone' }, place: 'end' });
  const last = await issue(kiosk, fieldId);
  const { line } = await officer.until((view) => view.line.length === 4);
  expect(line.map(({ number }) => number)).toEqual([issued[1], issued[2], issued[0], last.number]);
});

/** Ends the open stay of every ticket of a number and begins another at the same desk. */
const moved = (number: string, state: string, at: number): string => `
  INSERT INTO period (ticket_id, state, field_id, counter_id, officer_id, from_at, actor)
    SELECT ticket_id, '${state}', period.field_id, 1, 2, ${at}, 'officer:2'
    FROM period JOIN ticket ON ticket.id = ticket_id WHERE number = '${number}' AND to_at IS NOT NULL LIMIT 1;`;
const ended = (number: string, at: number): string => `
  UPDATE period SET to_at = ${at} WHERE to_at IS NULL
    AND ticket_id IN (SELECT id FROM ticket WHERE number = '${number}');`;

describe('the end of the day', () => {
  const midnight = Date.UTC(2026, 10, 23, 17);

  /** Somebody parked, somebody waiting and somebody called, in the evening. */
  async function evening(keepParked: boolean) {
    const office = await staffedOffice();
    const manage = await office.manage();
    await manage.do('office:setRules', { rules: { ...manage.view().rules, keepParked } });
    await office.edit(stayLoggedIn);
    office.clock.now = midnight - minutes(60);
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(officer, 1);
    const [parked, called] = [await issue(kiosk, fieldId), await issue(kiosk, fieldId)];
    await issue(kiosk, fieldId);
    const at = office.clock.now;
    await office.edit(ended(parked.number, at) + moved(parked.number, 'parked', at));
    const again = await office.officer('canbo1');
    expect((await again.do('ticket:callNext', {})).number).toBe(called.number);
    return { office, parked: parked.number };
  }
  const states = (office: StaffedOffice) => Object.values(statesIn(office.rows()));

  test.each([
    [true, ['parked', 'expired', 'expired']],
    [false, ['expired', 'expired', 'expired']],
  ])('DY9 parked tickets live on if the office keeps them: %s', async (keepParked, expected) => {
    const { office } = await evening(keepParked);
    office.clock.now = midnight;
    vi.advanceTimersByTime(1_000);
    expect(states(office)).toEqual(expected);
    await office.restart();
    expect(states(office)).toEqual(expected);
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('DY9 one that is taken up again is served to its end, on that day', async () => {
    const { office, parked } = await evening(true);
    office.clock.now = midnight + minutes(9 * 60);
    vi.advanceTimersByTime(1_000);
    await office.edit(ended(parked, office.clock.now) + moved(parked, 'serving', office.clock.now));
    office.clock.pass(minutes(5));
    vi.advanceTimersByTime(60_000);
    expect(states(office)[0]).toBe('serving');
    office.clock.now = midnight + minutes(24 * 60);
    vi.advanceTimersByTime(1_000);
    expect(states(office)[0]).toBe('expired');
  });

  test('DY13 whoever was kept overnight is found the next day, and called in turn when sent on', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    await manage.do('office:setRules', { rules: { ...manage.view().rules, keepParked: true } });
    await office.edit(stayLoggedIn);
    const [kiosk, before] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(before, 1);
    const { number } = await issue(kiosk, fieldId);
    const { ticketId } = await before.do('ticket:callNext', {});
    await before.do('ticket:start', { ticketId });
    await before.do('ticket:park', { ticketId });
    office.clock.now = midnight + minutes(8 * 60);
    vi.advanceTimersByTime(1_000);
    const officer = await office.seated('canbo2', 1);
    await issue(kiosk, fieldId);
    await officer.until(({ parked }) => parked[0]?.id === ticketId);
    await officer.do('ticket:call', { ticketId });
    await officer.do('ticket:return', { ticketId });
    await officer.until(({ line }) => line.length === 2 && line[0]?.id === ticketId);
    expect(await officer.do('ticket:callNext', {})).toEqual({ ticketId, number });
    vi.advanceTimersByTime(60_000);
    await officer.until(({ desk }) => desk?.ticket?.id === ticketId);
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test('DY10 counters taken on an earlier day are free; those of today are kept over a restart', async () => {
    const { office } = await evening(false);
    office.clock.now = midnight - 1;
    await office.restart();
    expect(office.rows()['desk']).toHaveLength(1);
    office.clock.now = midnight;
    vi.advanceTimersByTime(1_000);
    expect(office.rows()['desk']).toEqual([]);
    await office.seated('canbo2', 1);
    await office.restart();
    expect(office.rows()['desk']).toHaveLength(1);
  });
});

describe('looking at the clock', () => {
  test('DY11 what fails then is logged once in half a minute, and tried again', () => {
    let broken = true;
    let served = 0;
    const store = {
      office: {
        office: () => {
          if (broken) throw new Error('the disk is gone');
          return { timeZone: 'Asia/Ho_Chi_Minh' };
        },
        hours: () => ({ week: null, specialDays: [], lastTicketMs: 0 }),
      },
      days: { somebodyDue: () => false },
      services: { since: () => [] },
    };
    const { config, logged } = testConfig();
    const context = { store, now: () => opening } as unknown as Context;
    const stop = watchClock(
      context,
      () => 0,
      () => void (served += 1),
      config.log,
    );
    vi.advanceTimersByTime(29_000);
    expect(logged().trim().split('\n')).toHaveLength(1);
    expect(logged()).toContain('the disk is gone');
    broken = false;
    vi.advanceTimersByTime(60_000);
    expect(served).toBe(2);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(served).toBe(2);
  });
});
