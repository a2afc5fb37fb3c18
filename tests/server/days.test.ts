import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { minutes } from '../factories/ids.ts';
import { closeAll, fieldOf, issue, noLegs, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';
import { faultsOf, numbersIn, statesIn } from './audit.ts';

// The server looks at the clock every half minute; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});
const halfMinute = (): void => void vi.advanceTimersByTime(30_000);

/** Midnight between two days in Hà Nội, five in the afternoon in London. */
const midnight = Date.UTC(2026, 10, 23, 17);
const [monday, tuesday] = ['2026-11-23', '2026-11-24'];

/** An office whose officers stay logged in through the night. */
async function nightOffice() {
  const office = await staffedOffice();
  await office.edit('UPDATE session SET expires_at = expires_at + 86400000');
  return office;
}

/** Counter 1 with somebody done, somebody served, somebody who did not come and somebody who waits. */
async function busyEvening() {
  const office = await nightOffice();
  office.clock.now = midnight - 5 * 3600_000;
  const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
  const fieldId = fieldOf(officer, 1);
  for (let i = 0; i < 4; i++) await issue(kiosk, fieldId);
  const next = async () => (await officer.do('ticket:callNext', {})).ticketId;
  const done = await next();
  await officer.do('ticket:start', { ticketId: done });
  office.clock.pass(minutes(7));
  await officer.do('ticket:finish', { ticketId: done, ...plainFinish });
  await officer.do('ticket:miss', { ticketId: await next() });
  const served = await next();
  await officer.do('ticket:start', { ticketId: served });
  return { office, kiosk, officer, fieldId, served };
}

describe('the change of the day', () => {
  test('DY1 numbers begin at 1 again at midnight in the office, whatever time it is elsewhere', async () => {
    const office = await nightOffice();
    const kiosk = await office.kiosk();
    office.clock.now = midnight - 1;
    expect((await issue(kiosk, 1)).number).toMatch(/001$/u);
    expect((await issue(kiosk, 1)).number).toMatch(/002$/u);
    await kiosk.until(({ businessDay }) => businessDay === monday);
    office.clock.now = midnight;
    expect((await issue(kiosk, 1)).number).toMatch(/001$/u);
    await kiosk.until(({ businessDay }) => businessDay === tuesday);
    expect(faultsOf(office.rows())).toEqual([]);
  });

  test.each(['at midnight', 'when the server comes up the next day'])(
    'DY2 what was left open expires %s, and the counters are free',
    async (when) => {
      const { office, kiosk, officer, fieldId, served } = await busyEvening();
      office.clock.now = midnight;
      if (when === 'at midnight') halfMinute();
      else await office.restart();
      expect(Object.values(statesIn(office.rows())).toSorted()).toEqual([
        'done',
        'expired',
        'expired',
        'expired',
      ]);
      expect(faultsOf(office.rows())).toEqual([]);
      const [again, machine] =
        when === 'at midnight' ? [officer, kiosk] : [await office.officer('canbo1'), await office.kiosk()];
      const { line, counters } = await again.until(({ desk }) => desk === null);
      expect(line).toEqual([]);
      expect((await again.send('ticket:finish', { ticketId: served, ...plainFinish })).ok).toBe(false);
      const { number } = await issue(machine, fieldId);
      await again.do('desk:take', { counterId: counters[0]?.id ?? 0 });
      expect((await again.do('ticket:callNext', {})).number).toBe(number);
    },
  );

  test('DY2 closing the day twice changes nothing', async () => {
    const { office } = await busyEvening();
    office.clock.now = midnight;
    halfMinute();
    const { request: _request, ...once } = office.rows();
    halfMinute();
    await office.restart();
    expect(office.rows()).toMatchObject(once);
  });

  test('DY3 screens show the new day by themselves, also when nothing was left open', async () => {
    const office = await nightOffice();
    office.clock.now = midnight - 3600_000;
    const [kiosk, wall] = [await office.kiosk(), await office.wall()];
    const officer = await office.seated('canbo1', 1);
    await issue(kiosk, fieldOf(officer, 1));
    const { ticketId } = await officer.do('ticket:callNext', {});
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    await wall.until(({ recent }) => recent.length === 1);
    office.clock.now = midnight;
    halfMinute();
    await wall.until(({ recent }) => recent.length === 0);
    await kiosk.until(({ businessDay }) => businessDay === tuesday);
  });

  test('DY4 services that nobody ended are not measured as services', async () => {
    const { office, fieldId } = await busyEvening();
    office.clock.now = midnight;
    halfMinute();
    const kiosk = await office.kiosk();
    await issue(kiosk, fieldId);
    await issue(kiosk, fieldId);
    const { fields } = await kiosk.until((view) => view.fields.some(({ waiting }) => waiting === 2));
    const wait = fields.find(({ id }) => id === fieldId)?.wait;
    // One service of seven minutes was; the one left open until midnight would make it an hour and more.
    expect(wait?.p50Ms).toBeLessThan(minutes(40));
  });
});

describe('time alone', () => {
  test('DY5 whoever cooled down is back in the old place without anybody doing anything', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const [first, second] = [
      await issue(kiosk, fieldOf(officer, 1)),
      await issue(kiosk, fieldOf(officer, 1)),
    ];
    const { ticketId } = await officer.do('ticket:callNext', {});
    await officer.do('ticket:miss', { ticketId });
    const order = (...ids: string[]) =>
      officer.until(({ line }) => line.map(({ id }) => id).join() === ids.join());
    await order(second.ticketId, first.ticketId);
    office.clock.pass(minutes(5));
    halfMinute();
    await order(first.ticketId, second.ticketId);
  });
});

describe('a clock that steps back', () => {
  test('DY6 two hours: no number twice, no time that runs back, retries answered as before', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(officer, 1);
    const requestId = randomUUID();
    const again = {
      fieldId,
      legs: noLegs,
      visitorRef: null,
      priority: null,
      channel: 'touch',
      requestId,
    } as const;
    const first = await kiosk.do('ticket:issue', again);
    const { ticketId } = await officer.do('ticket:callNext', {});
    await issue(kiosk, fieldId);
    office.clock.pass(-2 * 3600_000);
    expect(await kiosk.do('ticket:issue', again)).toEqual(first);
    await officer.do('ticket:recall', { ticketId });
    await officer.do('ticket:start', { ticketId });
    for (let i = 0; i < 3; i++) await issue(kiosk, fieldId);
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    const { ticketId: missed } = await officer.do('ticket:callNext', {});
    await officer.do('ticket:miss', { ticketId: missed });
    await office.restart();
    office.clock.pass(2 * 3600_000);
    await issue(await office.kiosk(), fieldId);
    expect(faultsOf(office.rows())).toEqual([]);
    expect(
      numbersIn(office.rows())
        .map((number) => number.slice(1))
        .toSorted(),
    ).toEqual(['001', '002', '003', '004', '005', '006']);
  });

  test('DY6 over midnight: each day goes on with its own numbers', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    const at = async (time: number) => {
      office.clock.now = time;
      halfMinute();
      return (await issue(kiosk, 1)).number.slice(1);
    };
    expect(await at(midnight - minutes(30))).toBe('001');
    expect(await at(midnight + minutes(30))).toBe('001');
    expect(await at(midnight - minutes(20))).toBe('002');
    expect(await at(midnight + minutes(40))).toBe('002');
    expect(faultsOf(office.rows())).toEqual([]);
  });
});
