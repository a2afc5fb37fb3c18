import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { officeClock } from '../../server/officeClock.ts';
import { makeServerHealth } from '../../server/usecases/serverHealth.ts';
import { openMineRef, sealMineRef, visitorsIn } from '../../server/usecases/visitorRef.ts';
import { troublesOf } from '../../server/views/troubles.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { codeOf, postTo } from '../factories/clients.ts';
import { minutes, opening } from '../factories/ids.ts';
import { closeAll, fieldOf, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { bareOffice } from './bareOffice.ts';
import { withQuestion } from './requestCase.ts';

// The server looks at the clock every second; here that is when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

const lookAtClock = () => vi.advanceTimersByTime(1_000);

/** An office whose clock can be set: `pass` lets time go by, `set` only moves the hands. */
async function officeWithClock() {
  let gone = 0;
  const office = await staffedOffice({ steady: () => gone });
  const pass = (ms: number): void => {
    gone += ms;
    office.clock.pass(ms);
    lookAtClock();
  };
  const set = (ms: number): void => {
    office.clock.pass(ms);
    lookAtClock();
  };
  return { office, pass, set };
}

const twoHours = minutes(120);

describe.each([
  ['back', -twoHours],
  ['forward', twoHours],
])('a clock that is set two hours %s', (_, by) => {
  test('FT11 lets who cools down come at their time, also who was not there just after', async () => {
    const { office, pass, set } = await officeWithClock();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(officer, 1);
    const numbers = [await issue(kiosk, fieldId), await issue(kiosk, fieldId)].map(({ number }) => number);
    const next = () => officer.send('ticket:callNext', {});
    const first = await officer.do('ticket:callNext', {});
    await officer.do('ticket:miss', { ticketId: first.ticketId });
    set(by);
    const second = await officer.do('ticket:callNext', {});
    await officer.do('ticket:miss', { ticketId: second.ticketId });
    expect([first.number, second.number]).toEqual(numbers);
    pass(minutes(4.9));
    expect(codeOf(await next())).toBe('nobodyWaiting');
    pass(minutes(0.2));
    expect(await next()).toMatchObject({ ok: true, value: { number: numbers[0] } });
  });

  test('FT11 lets sessions and pairing codes last as long as they would have', async () => {
    const { office, pass, set } = await officeWithClock();
    const manage = await office.manage();
    const invite = () => manage.do('device:invite', { screen: 'wall', name: 'Sảnh', counterId: null });
    const [early, late] = [await invite(), await invite()];
    const pair = async ({ code }: { code: string }) =>
      (await postTo(office.url(), '/api/pair', { code })).status;
    const left = () =>
      (office.rows()['session'] as { expires_at: number }[]).map((row) => row.expires_at - office.clock.now);
    const before = left();
    set(by);
    expect(left()).toEqual(before);
    pass(minutes(14));
    expect(await pair(early)).toBe(200);
    pass(minutes(2));
    expect(await pair(late)).not.toBe(200);
  });

  test('FT12 is told to managers and kept in the audit', async () => {
    const { office, set } = await officeWithClock();
    const manage = await office.manage();
    set(by);
    const { floor } = await manage.until(({ floor: { troubles } }) => troubles.length > 0);
    expect(floor.troubles).toEqual([{ kind: 'clock', by, since: office.clock.now }]);
    expect(office.rows()['audit']).toContainEqual(
      expect.objectContaining({ request: 'clock:set', detail: JSON.stringify({ by }) }),
    );
  });
});

test('FT11 a server that comes up with a clock that is behind what it did last heeds it, and says so', async () => {
  const { office } = await officeWithClock();
  const manage = await office.manage();
  await manage.do('kiosk:lock', { message: null });
  await office.stop();
  office.clock.pass(-twoHours);
  await office.restart();
  const again = await office.manage();
  expect(again.view().floor.troubles).toMatchObject([{ kind: 'clock', by: -twoHours }]);
  await office.restart();
  expect((await office.manage()).view().floor.troubles).toEqual([]);
});

test('FT11 a counter display does not go on asking about a visit when the clock is set back', async () => {
  const { office, set } = await officeWithClock();
  const { display } = await withQuestion(office);
  set(-twoHours);
  await display.until(({ rating }) => rating === null);
});

test('FT11 what proves that somebody is a visitor does not hold longer when the clock is set back', async () => {
  const { context } = await bareOffice();
  const id = crypto.randomUUID() as VisitorId;
  const ref = sealMineRef(context.vault, id, opening);
  expect(openMineRef(context.vault, ref, opening + minutes(5))).toBe(id);
  expect(openMineRef(context.vault, ref, opening)).toBe(id);
  expect(openMineRef(context.vault, ref, opening - 1)).toBeNull();
  expect(visitorsIn(context.vault, ref)).toEqual([id]);
});

describe('the office’s clock', () => {
  const clockOf = () => {
    const machine = { now: opening, on: 0 };
    const clock = officeClock(
      () => machine.now,
      () => machine.on,
    );
    return { machine, clock };
  };

  test('FT11 is the machine’s, also after a sleep, and where that is put right little by little', () => {
    const { machine, clock } = clockOf();
    machine.now += twoHours;
    machine.on += twoHours;
    expect([clock.now(), clock.follow()]).toEqual([machine.now, 0]);
    for (let i = 0; i < 20; i++) {
      machine.now += 900;
      machine.on += 1_000;
      expect([clock.follow(), clock.now()]).toEqual([0, machine.now]);
    }
  });

  test('FT11 is not set in the middle of anything, but when it follows, once', () => {
    const { machine, clock } = clockOf();
    machine.now -= twoHours;
    machine.on += 500;
    machine.now += 500;
    expect(clock.now()).toBe(opening + 500);
    expect(clock.follow()).toBe(-twoHours);
    expect(clock.now()).toBe(machine.now);
    expect(clock.follow()).toBe(0);
  });
});

describe('the server’s own machine', () => {
  const kindsOf = async (freeBytes: number | null, certificateDays: number | null) => {
    const { context, clock } = await bareOffice();
    const until = certificateDays === null ? null : clock.now + certificateDays * 24 * minutes(60);
    const serverHealth = makeServerHealth(() => freeBytes, until);
    return troublesOf({ ...context, serverHealth }).map(({ kind }) => kind);
  };
  test.each([
    ['all is well', 1e9, 31, []],
    ['a disk that nobody can measure, and no certificate', null, null, []],
    ['a disk that is nearly full', 4e8, null, ['disk']],
    ['a certificate that ends within a month', 1e9, 29, ['certificate']],
    ['one that has ended', 1e9, -1, ['certificate']],
  ] as const)('FT12 %s', async (_, freeBytes, days, expected) => {
    expect(await kindsOf(freeBytes, days)).toEqual(expected);
  });
});
