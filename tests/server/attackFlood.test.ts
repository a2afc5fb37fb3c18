import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { protocolVersion } from '../../shared/contract/protocol.ts';
import type { Answer } from '../../shared/contract/requests.ts';
import { codeOf } from '../factories/clients.ts';
import { rawLine } from '../factories/rawLine.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, enrol, issue, sightOf, staffedOffice } from '../factories/staffedOffice.ts';
import { long } from '../long.ts';
import { pairedDevice } from './requestCase.ts';

afterEach(closeAll);

/** Opens a line of Engine.IO and no more. */
async function engineLine(office: StaffedOffice) {
  const line = new WebSocket(`${office.url().replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  line.binaryType = 'arraybuffer';
  const heard: string[] = [];
  line.addEventListener('message', ({ data }) => heard.push(String(data)));
  await vi.waitFor(() => expect(heard[0]).toMatch(/^0/u), { interval: 2, timeout: 10_000 });
  return { line, heard };
}

const joining = `40{"protocol":${protocolVersion},"screen":"kiosk"}`;

/** Frames that no client of ours sends, before and after it said who it is. */
const frames: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  '',
  '4',
  '42',
  '42[',
  '42{}',
  '42[]',
  '42[null]',
  '42[{}]',
  '42[1]',
  '42"x"',
  '9',
  '7',
  '5',
  '6',
  '1',
  '2probe',
  '42["ticket:issue"',
  '429999999999999999999["ticket:issue",{}]',
  '42-1["ticket:issue",{}]',
  '4{"a":1}',
  '42["connect"]',
  '42["disconnect"]',
  '42["newListener",{}]',
  '42["__proto__",{}]',
  '42["constructor",{}]',
  '40/admin,',
  '40/../,{}',
  '41',
  '43',
  '437[1]',
  '44{"message":"x"}',
  '40{}',
  '40[]',
  '40null',
  '40"x"',
  '451-["x",{"_placeholder":true,"num":0}]',
  '4599999999-["x"]',
  '45-["x"]',
  '461-7[{"_placeholder":true,"num":9}]',
  '451-["x",{"_placeholder":true,"num":-1}]',
  '42["\u0000"]',
  '42["\ud800"]',
  '4\u202e2["x"]',
  new Uint8Array(0),
  new Uint8Array(64).fill(0xff),
];

describe('what no client sends', () => {
  test('AT30 no frame of Engine.IO or Socket.IO disturbs the others', async () => {
    const office = await staffedOffice();
    const wall = await office.wall();
    const before = office.rows();
    const random = fc.sample(
      fc.oneof(
        fc.string({ maxLength: 40 }).map((text) => `4${text}`),
        fc.string(),
      ),
      {
        numRuns: long ? 2_000 : 40,
        seed: 9,
      },
    );
    for (const first of ['', joining])
      await Promise.all(
        [...frames, ...random].map(async (frame) => {
          const { line } = await engineLine(office);
          if (first !== '') line.send(first);
          line.send(frame);
          // What follows is of no more use to it.
          line.send(new Uint8Array(3));
          line.close();
        }),
      );
    expect((await wall.send('desk:leave', {})).ok).toBe(false);
    expect(wall.socket.connected).toBe(true);
    expect(office.rows()).toEqual(before);
    expect(office.logged()).toBe('');
  });

  test('AT31 a request that comes by drops is not waited for, and holds up nobody', async () => {
    const office = await staffedOffice({ arriveMs: 200 });
    const started = performance.now();
    const halves = [
      'GET /wall HTTP/1.1\r\nHost: x\r\nX-Slow: ',
      'POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"login":',
      'POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"lo',
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websock',
    ];
    const lines = Array.from({ length: 200 }, (_, i) => {
      const line = rawLine(office.url());
      line.send(halves[i % halves.length] ?? '');
      return line;
    });
    expect((await fetch(`${office.url()}/healthz`)).status).toBe(200);
    for (const said of await Promise.all(lines.map(({ closed }) => closed)))
      expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/u);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(office.logged()).toBe('');
  });

  test('AT32 a request that says its length in two ways is refused, so that none hides in another', async () => {
    const office = await staffedOffice();
    const inner = 'POST /api/logout HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}';
    for (const lengths of [
      'Content-Length: 4\r\nTransfer-Encoding: chunked',
      'Content-Length: 0\r\nContent-Length: 90',
      'Transfer-Encoding: chunked, identity',
      'Content-Length: +5',
    ]) {
      const line = rawLine(office.url());
      line.send(`POST /api/login HTTP/1.1\r\nHost: x\r\n${lengths}\r\n\r\n0\r\n\r\n${inner}`);
      const said = await line.closed;
      expect([lengths, said.match(/HTTP\/1\.1 \d+/gu)]).toEqual([lengths, ['HTTP/1.1 400']]);
    }
  });
});

describe('too much', () => {
  const flood = 6_000;

  test('AT33 a screen that sends thousands of messages is refused and cut off, and the others are served', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { client: bad } = await pairedDevice(office, manage, 'kiosk');
    const wall = await office.wall();
    const before = office.rows();
    const codes: (string | null)[] = [];
    for (let i = 0; i < flood; i++)
      if (i % 2 === 0) bad.socket.emit('ticket:issue', { fieldId: 1 });
      else bad.socket.emit('no:such', i, (answer: Answer<unknown>) => codes.push(codeOf(answer)));
    await bad.ended();
    expect(new Set(codes)).toEqual(new Set(['tooManyRequests']));
    expect((await wall.send('desk:leave', {})).ok).toBe(false);
    expect(office.rows()).toEqual(before);
    const logged = office
      .logged()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(logged).toEqual([expect.objectContaining({ msg: 'flood', who: 'device:1' })]);
  });

  test('AT33 a phone, of which less is to be expected, sooner; coming back does not help it', async () => {
    const office = await staffedOffice();
    const { trackUrl } = await issue(await office.kiosk(), 1);
    const phone = await office.phone(trackUrl);
    for (let i = 0; i < 250; i++) phone.socket.emit('no:such');
    await phone.ended();
    const again = await office.phone(trackUrl);
    expect(codeOf(await again.send('track:cancel', {}))).toBe('tooManyRequests');
    await again.ended();
    // Somebody else's is as it was.
    const other = await office.phone((await issue(await office.kiosk(), 1)).trackUrl);
    expect((await other.send('track:cancel', {})).ok).toBe(true);
  });

  test('AT34 of many lines with one ticket or session the oldest are closed', async () => {
    const office = await staffedOffice();
    const { trackUrl } = await issue(await office.kiosk(), 1);
    const phones = [];
    for (let i = 0; i < 23; i++) phones.push(await office.phone(trackUrl));
    await Promise.all(phones.slice(0, 3).map((phone) => phone.ended()));
    await sleep(20);
    expect(phones.slice(3).every(({ socket }) => socket.connected)).toBe(true);
  });
});

describe('asking who somebody is', () => {
  test('AT35 more often than visitors can come, a kiosk is told nothing of anybody, goes on, and managers see it', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { client: bad } = await pairedDevice(office, manage, 'kiosk');
    const good = await office.kiosk();
    await enrol(good, 1);
    const look = async (kiosk: typeof bad) => (await kiosk.do('visitor:identify', sightOf(1, 5))).kind;
    const told: string[] = [];
    for (let i = 0; i < 36; i++) told.push(await look(bad));
    expect(told).toEqual([...Array<string>(30).fill('recognised'), ...Array<string>(6).fill('unsure')]);
    expect(await bad.do('visitor:identify', sightOf(9))).toEqual({ kind: 'unsure', question: null });
    const card = { idNumber: '001080012345', birthDate: '1980-05-06' };
    expect(codeOf(await bad.send('visitor:showCard', { card, questionRef: null }))).toBe('tooManyRequests');
    // Numbers are for everybody, and another kiosk is not slowed down.
    expect((await issue(bad, 1)).number).toMatch(/\d/u);
    expect(await look(good)).toBe('recognised');
    await manage.until(({ faces }) => faces.today.limited === 7);
    office.clock.pass(6_000);
    expect([await look(bad), await look(bad)]).toEqual(['recognised', 'unsure']);
    // A clock that is set back lets nobody ask more.
    office.clock.pass(-3600_000);
    expect(await look(bad)).toBe('unsure');
  });

  test('AT35 a busy kiosk, with a visitor every ten seconds, never meets the limit', async () => {
    const office = await staffedOffice();
    const { client: kiosk } = await pairedDevice(office, await office.manage(), 'kiosk');
    await enrol(kiosk, 1);
    for (let i = 0; i < 60; i++) {
      expect((await kiosk.do('visitor:identify', sightOf(1, i))).kind).toBe('recognised');
      office.clock.pass(10_000);
    }
  });
});
