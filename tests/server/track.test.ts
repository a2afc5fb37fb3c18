import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { networkAddresses } from '../../server/ownAddress.ts';
import { codeOf, kioskAt, turnedAwayFrom } from '../factories/clients.ts';
import { minutes } from '../factories/ids.ts';
import { startServer, temporaryFolder } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  plainFinish,
  staffedOffice,
  tokenIn,
} from '../factories/staffedOffice.ts';
import { withCall } from './requestCase.ts';

afterEach(closeAll);

const turnedAway = (office: StaffedOffice, token?: string) =>
  turnedAwayFrom(office.url(), { screen: 'track', ...(token === undefined ? {} : { token }) });

/** The same token with one bit of a byte the other way round. */
function bent(token: string, byte: number): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

describe('the address of a ticket', () => {
  test('TR20 opens its own phone page, also after a restart, and is the same on paper printed anew', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const first = await issue(kiosk, fieldOf(officer, 1));
    const second = await issue(kiosk, fieldOf(officer, 1));
    expect(first.trackUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/t\/[A-Za-z0-9_-]{43}$/u);
    const { trackUrl } = await officer.do('ticket:reprint', { ticketId: first.ticketId });
    expect(trackUrl).toBe(first.trackUrl);
    await office.restart();
    for (const { trackUrl: address, ticketId, number } of [first, second])
      expect((await office.phone(address)).view()).toMatchObject({ ticketId, number });
  });

  test('TR21 with anything about it changed opens nothing', async () => {
    const office = await staffedOffice();
    const { trackUrl, ticketId } = await issue(await office.kiosk(), 1);
    const other = await issue(await office.kiosk(), 1);
    const [token, another] = [tokenIn(trackUrl), tokenIn(other.trackUrl)];
    const halves = Buffer.concat([
      Buffer.from(token, 'base64url').subarray(0, 16),
      Buffer.from(another, 'base64url').subarray(16),
    ]);
    const wrong = [undefined, '', ticketId, token.slice(1), `${token}A`, halves.toString('base64url')];
    for (const guess of wrong) expect([guess, await turnedAway(office, guess)]).toEqual([guess, 'unpaired']);
    for (const byte of [0, 7, 15, 16, 31])
      expect([byte, await turnedAway(office, bent(token, byte))]).toEqual([byte, 'unpaired']);
    expect(await turnedAway(office, token)).toBeNull();
  });

  test('TR22 is guessed at five times, then no more for a while; holders of other tickets notice nothing', async () => {
    const office = await staffedOffice();
    const [first, other] = [await issue(await office.kiosk(), 1), await issue(await office.kiosk(), 1)];
    const token = tokenIn(first.trackUrl);
    for (let i = 0; i < 4; i++) await turnedAway(office, bent(token, 20));
    expect(await turnedAway(office, token)).toBeNull();
    await turnedAway(office, bent(token, 20));
    expect(await turnedAway(office, token)).toBe('unpaired');
    expect(await turnedAway(office, tokenIn(other.trackUrl))).toBeNull();
    office.clock.pass(30_000);
    expect(await turnedAway(office, token)).toBeNull();
  });

  test('TR23 holds on the day of the ticket and on the next', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const office = await staffedOffice();
    const { trackUrl } = await issue(await office.kiosk(), 1);
    const phone = await office.phone(trackUrl);
    // Midnight of the second day after, in Hà Nội.
    office.clock.now = Date.UTC(2026, 10, 24, 17) - 1;
    expect(await turnedAway(office, tokenIn(trackUrl))).toBeNull();
    office.clock.pass(1);
    expect(await turnedAway(office, tokenIn(trackUrl))).toBe('unpaired');
    vi.advanceTimersByTime(30_000);
    await phone.ended();
    vi.useRealTimers();
  });

  test('TR24 begins as the manager set it, else with where the server listens', async () => {
    const office = await staffedOffice();
    const address = async () => (await issue(await office.kiosk(), 1)).trackUrl.replace(/\/t\/.*$/u, '');
    expect(await address()).toBe(office.url());
    await office.edit("UPDATE office SET public_url = 'https://mot-cua.example.vn/'");
    expect(await address()).toBe('https://mot-cua.example.vn');
    const everywhere = await startServer({ host: '0.0.0.0' });
    const { trackUrl } = await issue(await kioskAt(everywhere.url()), 1);
    const { hostname, port } = new URL(trackUrl);
    expect(port).toBe(new URL(everywhere.url()).port);
    // Machines without a network have no other name for themselves.
    expect(hostname).toBe(networkAddresses()[0] ?? 'localhost');
  });

  test('TR25 leads to the page, whatever the token', async () => {
    const screens = temporaryFolder();
    writeFileSync(join(screens, 'track.html'), '<title>Lượt</title>');
    const server = await startServer({ folders: { kiosk: screens, screens, models: screens } });
    const page = await fetch(`${server.url()}/t/${'x'.repeat(43)}`);
    expect([page.status, await page.text()]).toEqual([200, '<title>Lượt</title>']);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('the phone page', () => {
  test('TR26 follows its ticket through every state', async () => {
    const office = await staffedOffice();
    const { kiosk, officer, ticketId, trackUrl, display } = await withCall(office);
    const phone = await office.phone(trackUrl);
    const called = phone.view().state;
    expect(called).toEqual({
      kind: 'called',
      counterNumber: 1,
      announcementId: display.view().call?.announcementId,
    });
    await officer.do('ticket:recall', { ticketId });
    await phone.until(
      ({ state }) =>
        state.kind === 'called' && called.kind === 'called' && state.announcementId > called.announcementId,
    );
    await officer.do('ticket:start', { ticketId });
    await phone.until(({ state }) => state.kind === 'serving' && state.counterNumber === 1);
    await officer.do('ticket:park', { ticketId });
    await phone.until(({ state }) => state.kind === 'parked' && state.counterNumber === 1);
    await officer.do('ticket:resume', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    await phone.until(({ state }) => state.kind === 'done' && state.rating !== null);

    office.clock.pass(1);
    const missed = await issue(kiosk, fieldOf(officer, 1));
    const late = await office.phone(missed.trackUrl);
    for (let i = 1; i <= 3; i++) {
      await officer.do('ticket:callNext', {});
      await late.until(({ state }) => state.kind === 'called');
      await officer.do('ticket:miss', { ticketId: missed.ticketId });
      const until = office.clock.now + minutes(5);
      await late.until(({ state }) =>
        i === 3 ? state.kind === 'missed' : state.kind === 'waiting' && state.notBefore === until,
      );
      office.clock.pass(minutes(5));
    }
    office.clock.pass(minutes(16 * 60));
    await office.restart();
    expect((await office.phone(missed.trackUrl)).view().state).toEqual({ kind: 'expired' });
  });

  test('TR27 says how many are ahead by the ordering rule, and the wait of that very ticket', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const fieldId = fieldOf(officer, 1);
    const tickets = [];
    for (const priority of [null, null, null, 'DISABLED', null])
      tickets.push(
        await kiosk.do('ticket:issue', { fieldId, legs: [], visitorRef: null, priority, channel: 'touch' }),
      );
    await issue(kiosk, 9);
    const phones = await Promise.all(tickets.map(({ trackUrl }) => office.phone(trackUrl)));
    const states = phones.map((phone) => phone.view().state);
    const waiting = states.filter((state) => state.kind === 'waiting');
    // Whoever has priority goes first, then at most once in three calls.
    expect(waiting.map(({ peopleAhead }) => peopleAhead)).toEqual([1, 2, 3, 0, 4]);
    const p50s = waiting.map(({ wait }) => wait?.p50Ms ?? -1);
    expect(p50s.toSorted((a, b) => a - b)).toEqual([3, 0, 1, 2, 4].map((i) => p50s[i]));
    expect(p50s[4]).toBeGreaterThan((p50s[0] ?? 0) + minutes(5));
    await officer.do('ticket:callNext', {});
    await phones[4]?.until(({ state }) => state.kind === 'waiting' && state.peopleAhead === 3);
  });

  test('TR28 learns nothing of anybody else, nor its holder’s own name', async () => {
    const office = await staffedOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { visitorRef } = await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
    const others = [await issue(kiosk, fieldOf(officer, 1)), await issue(kiosk, fieldOf(officer, 1))];
    const own = await issue(kiosk, fieldOf(officer, 1), visitorRef);
    const said = JSON.stringify((await office.phone(own.trackUrl)).stamped());
    expect(said).toContain(own.number);
    for (const { number, ticketId } of others) {
      expect(said).not.toContain(number);
      expect(said).not.toContain(ticketId);
    }
    expect(said).not.toMatch(/Nhung|Trần Văn An|canbo/u);
  });

  test.each<[string, (office: StaffedOffice) => Promise<{ trackUrl: string }>]>([
    ['waiting', async (office) => issue(await office.kiosk(), 1)],
    ['called', withCall],
    [
      'parked',
      async (office) => {
        const at = await withCall(office);
        await at.officer.do('ticket:start', at.onTicket);
        await at.officer.do('ticket:park', at.onTicket);
        return at;
      },
    ],
    [
      'missed',
      async (office) => {
        await office.edit('UPDATE office SET max_calls = 1');
        const at = await withCall(office);
        await at.officer.do('ticket:miss', at.onTicket);
        return at;
      },
    ],
  ])('TR29 its holder gives the place up while %s, once', async (_, arrange) => {
    const office = await staffedOffice();
    const phone = await office.phone((await arrange(office)).trackUrl);
    await phone.do('track:cancel', {});
    await phone.until(({ state }) => state.kind === 'cancelled');
    expect(codeOf(await phone.send('track:cancel', {}))).toBe('wrongState');
    const ticketId = phone.view().ticketId;
    expect(office.rows()['period']).toContainEqual(
      expect.objectContaining({ state: 'cancelled', detail: '"visitor"', actor: `visitor:${ticketId}` }),
    );
  });

  test('TR29 but not while being served', async () => {
    const office = await staffedOffice();
    const { officer, trackUrl, onTicket } = await withCall(office);
    await officer.do('ticket:start', onTicket);
    const phone = await office.phone(trackUrl);
    expect(codeOf(await phone.send('track:cancel', {}))).toBe('wrongState');
  });
});

test('PE9 displays say when a call is the last before the ticket counts as missed', async () => {
  const office = await staffedOffice();
  const { officer, display, ticketId } = await withCall(office);
  const wall = await office.wall();
  const lasts: (boolean | undefined)[] = [display.view().call?.last];
  for (let i = 0; i < 2; i++) {
    await officer.do('ticket:miss', { ticketId });
    await display.until(({ call }) => call === null);
    office.clock.pass(minutes(5));
    await officer.do('ticket:callNext', {});
    lasts.push((await display.until(({ call }) => call !== null)).call?.last);
  }
  expect(lasts).toEqual([false, false, true]);
  await wall.until(({ calls }) => calls[0]?.last === true);
  await officer.do('ticket:start', { ticketId });
  await display.until(({ call }) => call?.state === 'serving' && !call.last);
});
