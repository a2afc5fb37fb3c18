import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceScreen, Screen } from '../../shared/contract/protocol.ts';
import { deviceScreens, protocolVersion } from '../../shared/contract/protocol.ts';
import type { Who } from '../factories/clients.ts';
import { codeOf, connect, logIn, openSocket, postTo, turnedAwayFrom } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, issue, password, staffedOffice } from '../factories/staffedOffice.ts';
import { pairedDevice } from './requestCase.ts';

// The server looks at its clock every second; here it does not, or whoever's session ends may be cut off before they ask.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

describe('connecting', () => {
  const strangers: readonly (readonly [string, (office: StaffedOffice) => Who<Screen>, string | null])[] = [
    ['DO1 an officer without a session', () => ({ screen: 'officer' }), 'login'],
    ['DO1 a manager without a session', () => ({ screen: 'manage' }), 'login'],
    [
      'DO1 a session that never was',
      () => ({ screen: 'officer', cookie: 'luot_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
      'login',
    ],
    [
      'DO1 a cookie that cannot be read',
      () => ({ screen: 'officer', cookie: 'luot_session=%E0%A4%A; =;;' }),
      'login',
    ],
    [
      'DO1 a session that is over',
      (office) => {
        office.clock.pass(12 * 3600_000);
        return { screen: 'officer', cookie: office.cookies.canbo1 };
      },
      'login',
    ],
    [
      'DO2 an officer on the screen of managers',
      ({ cookies }) => ({ screen: 'manage', cookie: cookies.canbo1 }),
      'login',
    ],
    [
      'DO2 a manager on the screen of officers is let in',
      ({ cookies }) => ({ screen: 'officer', cookie: cookies.quanly }),
      null,
    ],
    ['DO3 a token nobody has', () => ({ screen: 'wall', token: 'A'.repeat(43) }), 'unpaired'],
    ['DO3 a counter that is not there', () => ({ screen: 'counter', counterNumber: 99 }), 'unpaired'],
    ['DO5 an older page', () => ({ screen: 'wall', protocol: protocolVersion - 1 }), 'protocol'],
    ['DO6 an unknown screen', () => ({ screen: 'admin' as Screen }), 'malformed'],
    [
      'DO6 an unknown key',
      () => ({ screen: 'wall', role: 'manager' }) as unknown as Who<Screen>,
      'malformed',
    ],
    ['DO6 an endless token', () => ({ screen: 'wall', token: 'x'.repeat(101) }), 'malformed'],
    [
      'DO7 a page of another site',
      () => ({ screen: 'wall', headers: { origin: 'http://ke-xau.example' } }),
      'origin',
    ],
    ['DO7 a page of nowhere', () => ({ screen: 'wall', headers: { origin: 'null' } }), 'origin'],
    [
      'DO7 a page of another program of this machine, with a session',
      ({ cookies }) => ({
        screen: 'officer',
        cookie: cookies.canbo1,
        headers: { origin: 'http://127.0.0.1:9' },
      }),
      'origin',
    ],
    [
      'DO7 the page of the kiosk shell is let in',
      () => ({ screen: 'kiosk', headers: { origin: 'app://kiosk' } }),
      null,
    ],
    [
      'DO7 our own page is let in',
      (office) => ({ screen: 'kiosk', headers: { origin: office.url() } }),
      null,
    ],
  ];
  test.each(strangers)('%s: %#', async (_name, whoIn, why) => {
    const office = await staffedOffice();
    expect(await turnedAwayFrom(office.url(), whoIn(office))).toBe(why);
    expect(office.logged()).toBe('');
  });

  const notFromHere = [
    { host: 'luot.phuong.example' },
    { host: '127.0.0.1.ke-xau.example' },
    { host: '192.168.1.5:8085' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
  ];
  test.each(deviceScreens.flatMap((screen) => notFromHere.map((headers) => [screen, headers] as const)))(
    'DO4 an unpaired %s that another machine may have sent (%o) is turned away',
    async (screen, headers) => {
      const office = await staffedOffice();
      expect(await turnedAwayFrom(office.url(), { screen, headers })).toBe('unpaired');
    },
  );

  test('DO3 a paired screen is let in from anywhere, as what it was paired for and nothing else', async () => {
    const office = await staffedOffice();
    const { token } = await pairedDevice(office, await office.manage(), 'wall');
    const headers = { host: 'luot.phuong.example' };
    const wrong = async (screen: DeviceScreen) => turnedAwayFrom(office.url(), { screen, token, headers });
    expect(await wrong('wall')).toBeNull();
    expect(await wrong('kiosk')).toBe('unpaired');
    expect(await wrong('counter')).toBe('unpaired');
    expect(await turnedAwayFrom(office.url(), { screen: 'wall', token: `${token.slice(1)}A` })).toBe(
      'unpaired',
    );
  });

  test('DO3 a paired counter display shows its own counter, whatever it asks for', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const third = manage.view().counters.find(({ number }) => number === 3)?.id ?? 0;
    const { code } = await manage.do('device:invite', {
      screen: 'counter',
      name: 'Quầy 3',
      counterId: third,
    });
    const { body } = await postTo(office.url(), '/api/pair', { code });
    const { token } = body as { token: string };
    const display = await connect(office.url(), { screen: 'counter', token, counterNumber: 5 });
    expect(display.view().counter.number).toBe(3);
  });
});

describe('staying', () => {
  test('DO8 a screen whose session ends is sent nothing more, and its requests are refused', async () => {
    const office = await staffedOffice();
    const [console, manage] = [await office.officer('canbo1'), await office.manage()];
    const kiosk = await office.kiosk();
    office.clock.pass(12 * 3600_000);
    const [seenBefore, manageSeen] = [console.count(), manage.count()];
    const before = office.rows();
    expect(codeOf(await console.send('desk:take', { counterId: 1 }))).toBe('sessionExpired');
    expect(office.rows()).toEqual(before);
    await console.ended();
    await issue(kiosk, 1);
    await manage.ended();
    expect([console.count(), manage.count()]).toEqual([seenBefore, manageSeen]);
  });

  test('DO8 a screen whose session ends is told so before it is cut off, also while others wait for the disk', async () => {
    const office = await staffedOffice();
    const [console, kiosk] = [await office.officer('canbo1'), await office.kiosk()];
    office.clock.pass(12 * 3600_000);
    const [given, told] = await Promise.all([issue(kiosk, 1), console.send('desk:take', { counterId: 1 })]);
    expect([given.number, codeOf(told)]).toEqual(['A001', 'sessionExpired']);
    await console.ended();
  });

  test('DO8 logging out ends the consoles of that session and no other', async () => {
    const office = await staffedOffice();
    const cookie = await logIn(office.url(), 'canbo1', password);
    const [left, stays] = [
      await connect(office.url(), { screen: 'officer', cookie }),
      await office.officer('canbo1'),
    ];
    await postTo(office.url(), '/api/logout', {}, { cookie });
    await left.ended();
    expect((await stays.send('desk:leave', {})).ok).toBe(true);
    expect(await turnedAwayFrom(office.url(), { screen: 'officer', cookie })).toBe('login');
  });

  test('DO9 a removed screen is cut off at once, can do nothing more and does not come back', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { token, client } = await pairedDevice(office, manage, 'kiosk');
    const { devices } = await manage.until((view) => view.devices.length === 1);
    await manage.do('device:remove', { deviceId: devices[0]?.id ?? 0 });
    const late = client.send('ticket:issue', {
      fieldId: 1,
      legs: [],
      visitorRef: null,
      priority: null,
      channel: 'touch',
    });
    expect(await late.then(codeOf, () => 'no answer')).toMatch(/sessionExpired|no answer/u);
    await client.ended();
    expect(office.rows()['ticket']).toEqual([]);
    expect(await turnedAwayFrom(office.url(), { screen: 'kiosk', token })).toBe('unpaired');
  });
});

describe('nonsense on the wire', () => {
  test('DO10 whatever is sent, the server stays up and others are served', async () => {
    const office = await staffedOffice();
    const wall = await office.wall();
    const rude = openSocket(office.url(), { protocol: protocolVersion, screen: 'kiosk' });
    await new Promise((resolve) => rude.once('connect', () => resolve(null)));
    rude.emit('error', { message: 'x' });
    rude.emit('no:such:request', {}, () => undefined);
    rude.emit('__proto__', {});
    rude.emit('view', { data: null });
    rude.emit('ticket:issue');
    rude.emit('ticket:issue', () => undefined, 7);
    rude.emit('ticket:issue', { fieldId: 1 }, 'no function');
    rude.emit('visitor:identify', { text: 'x'.repeat(700_000) });
    await new Promise((resolve) => rude.once('disconnect', resolve));
    expect((await wall.send('desk:leave', {})).ok).toBe(false);
    expect(office.rows()['ticket']).toEqual([]);
    expect(office.logged()).toBe('');
  });

  test('DO10 a message a hundred thousand levels deep does no harm', async () => {
    const office = await staffedOffice();
    const line = new WebSocket(`${office.url().replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    line.binaryType = 'arraybuffer';
    const heard: string[] = [];
    line.addEventListener('message', ({ data }) => heard.push(String(data)));
    const hears = async (start: string): Promise<void> => {
      await expect.poll(() => heard.some((text) => text.startsWith(start))).toBe(true);
    };
    await hears('0');
    line.send(`40{"protocol":${protocolVersion},"screen":"kiosk"}`);
    await hears('42["view"');
    const deep = (inner: string) => '['.repeat(100_000) + inner + ']'.repeat(100_000);
    line.send(`427["ticket:issue",${deep('')}]`);
    await hears('437[{"ok":false,"problem":{"kind":"malformed"');
    // The same around a piece of binary, which the library puts in its place by walking down.
    line.send(`451-["ticket:issue",${deep('{"_placeholder":true,"num":0}')}]`);
    line.send(new Uint8Array(4));
    const kiosk = await office.kiosk();
    expect((await issue(kiosk, 1)).peopleAhead).toBe(0);
    line.close();
  });

  test('DO10 a connection that never says who it is is closed', async () => {
    const office = await staffedOffice();
    const { port } = new URL(office.url());
    const line = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    const closed = new Promise((resolve) => line.addEventListener('close', () => resolve(true)));
    expect(await Promise.race([closed, sleep(20_000).then(() => false)])).toBe(true);
  });

  test('DO11 long polling is not offered', async () => {
    const office = await staffedOffice();
    const socket = io(office.url(), { transports: ['polling'], reconnection: false, forceNew: true });
    const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    expect(error.message).toContain('poll');
  });
});
