import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mayReach } from '../../server/webhooks/reach.ts';
import { webhookPoster } from '../../server/webhooks/post.ts';
import type { EventType } from '../../shared/contract/events.ts';
import { eventBody, eventTypes } from '../../shared/contract/events.ts';
import { nextTryAfter } from '../../shared/domain/retries.ts';
import { fakeClockOf } from '../factories/webhookClock.ts';
import { marital, visit } from '../factories/dossiers.ts';
import type { Receiver } from '../factories/receiver.ts';
import { startReceiver } from '../factories/receiver.ts';
import { closeAll, enrol, fieldOf, issue, staffedOffice } from '../factories/staffedOffice.ts';

// The sender looks every second; here that is when a test says so. The receiver's library asks the machine's own clock
// whether a signature is fresh; here that is the office's.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

type Said = { readonly type: EventType; readonly timestamp: string; readonly data: Record<string, unknown> };
const saidTo = (receiver: Receiver): readonly Said[] =>
  receiver.told.map(({ body }) => JSON.parse(body) as Said);
const typesOf = (receiver: Receiver): readonly string[] => saidTo(receiver).map(({ type }) => type);
const idsOf = (receiver: Receiver): readonly unknown[] =>
  receiver.told.map(({ headers }) => headers['webhook-id']);

/** The n-th message as a receiver's library takes it. */
function told(
  receiver: Receiver,
  n: number,
): { readonly body: string; readonly signed: Record<string, string> } {
  const { body, headers } = receiver.told[n] ?? { body: '', headers: {} };
  return { body, signed: headers as Record<string, string> };
}

/** An office that may send to this machine, and one webhook that wants everything. */
async function tellingOffice(events: readonly (typeof eventTypes)[number][] = eventTypes) {
  const receiver = await startReceiver();
  const office = await staffedOffice({ postWebhook: webhookPoster(() => true) });
  const manage = await office.manage();
  const hook = { url: receiver.url, events: [...events], on: true };
  const { secret } = await manage.do('webhook:save', { webhookId: null, ...hook });
  const read = async () => (await office.manage()).do('integration:read', {});
  return { office, manage, receiver, hook, secret: secret ?? '', read, ...fakeClockOf(office) };
}

describe('what happens', () => {
  test('AP20 is told in the order in which it happened, as the contract says, and without anybody’s name', async () => {
    const { office, receiver } = await tellingOffice();
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { visitorRef } = await enrol(kiosk, 1, 'Nguyễn Thị Hồng Nhung');
    await visit(kiosk, officer, { result: 'received', dossiers: [marital], said: null }, visitorRef);
    const { ticketId } = await issue(kiosk, fieldOf(officer, 1));
    await officer.do('ticket:callNext', {});
    await officer.do('ticket:recall', { ticketId });
    await officer.do('ticket:miss', { ticketId });
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(8);
    expect(typesOf(receiver)).toEqual([
      'ticket.issued',
      'ticket.called',
      'ticket.started',
      'ticket.served',
      'dossier.changed',
      'ticket.issued',
      'ticket.called',
      'ticket.requeued',
    ]);
    for (const said of saidTo(receiver)) expect(eventBody(said.type).parse(said)).toEqual(said);
    expect(saidTo(receiver)[1]?.data).toMatchObject({ state: 'called', counterNumber: 1 });
    expect(saidTo(receiver)[4]?.data).toMatchObject({
      code: marital.code,
      step: 'received',
      state: 'received',
    });
    expect(new Set(idsOf(receiver)).size).toBe(8);
    expect(JSON.stringify(saidTo(receiver))).not.toMatch(/Nhung|visitor/u);
  });

  test('AP20 nothing is written down that nobody wants to know', async () => {
    const { office, receiver } = await tellingOffice(['day.closed']);
    await issue(await office.kiosk(), 1);
    expect(office.rows()['webhook_event']).toEqual([]);
    expect(receiver.told).toEqual([]);
  });

  test('AP20 a finish that is taken back is told, with its dossier', async () => {
    const { office, receiver } = await tellingOffice(['dossier.changed', 'ticket.started']);
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    const { ticketId } = await visit(kiosk, officer, { result: 'received', dossiers: [marital], said: null });
    await officer.do('ticket:undoFinish', { ticketId });
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(4);
    expect(saidTo(receiver).at(-1)?.data).toMatchObject({ code: marital.code, step: null, state: null });
  });

  test('AP21 the end of a day is told once, with its figures, also if the server slept through it or its clock went back', async () => {
    const { office, receiver } = await tellingOffice(['day.closed']);
    const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
    await visit(kiosk, officer, { result: 'completed', dossiers: [], said: null });
    await issue(kiosk, 1);
    office.clock.pass(3 * 24 * 3600_000);
    await office.restart();
    await office.restart();
    vi.advanceTimersByTime(1_000);
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(1);
    for (const days of [-2, 2]) {
      office.clock.pass(days * 24 * 3600_000);
      await office.restart();
    }
    expect(office.rows()['delivery']).toHaveLength(1);
    expect(saidTo(receiver)[0]?.data).toEqual({ businessDay: '2026-11-23', issued: 2, served: 1, noShow: 0 });
  });
});

describe('sending', () => {
  test('AP22 is signed so that the receiver’s own library takes it, and no other secret does', async () => {
    const { office, receiver, secret } = await tellingOffice();
    vi.setSystemTime(office.clock.now);
    await issue(await office.kiosk(), 1);
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(1);
    const { body, signed } = told(receiver, 0);
    expect(new Webhook(secret).verify(body, signed)).toMatchObject({ type: 'ticket.issued' });
    const changed = body.replace('waiting', 'called');
    expect(() => new Webhook(secret).verify(changed, signed)).toThrow('No matching signature');
    const other = new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`);
    expect(() => other.verify(body, signed)).toThrow('No matching signature');
  });

  test('AP23 a new secret signs beside the old one for a day', async () => {
    const { office, manage, receiver, secret } = await tellingOffice();
    vi.setSystemTime(office.clock.now);
    const { secret: newer } = await manage.do('webhook:rotate', { webhookId: 1 });
    await manage.do('webhook:test', { webhookId: 1 });
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(1);
    const verify = (key: string): unknown => {
      const { body, signed } = told(receiver, 0);
      return new Webhook(key).verify(body, signed);
    };
    expect([verify(secret), verify(newer)]).toMatchObject([
      { type: 'webhook.test' },
      { type: 'webhook.test' },
    ]);
    office.clock.pass(24 * 3600_000);
    await office.edit('UPDATE session SET expires_at = expires_at + 86400000');
    await (await office.manage()).do('webhook:test', { webhookId: 1 });
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(2);
    expect(told(receiver, 1).signed['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  test('AP24 is tried again, later each time, under the same id and with the same words, until it is taken', async () => {
    const { office, receiver, read, later } = await tellingOffice(['ticket.issued']);
    receiver.answer(503);
    await issue(await office.kiosk(), 1);
    await expect.poll(async () => (await read()).deliveries[0]?.why, { timeout: 10_000 }).toBe('HTTP 503');
    later(3_000);
    expect(receiver.told).toHaveLength(1);
    later(4_000);
    await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(2);
    receiver.answer(0);
    await expect.poll(async () => (await read()).deliveries[0]?.tries, { timeout: 10_000 }).toBe(2);
    later(37_000);
    await expect.poll(async () => (await read()).deliveries[0]?.why, { timeout: 10_000 }).toBe('ECONNRESET');
    receiver.answer(204);
    later(150_000);
    await expect.poll(async () => (await read()).deliveries[0]?.state, { timeout: 10_000 }).toBe('sent');
    expect(receiver.told).toHaveLength(4);
    expect(new Set(idsOf(receiver)).size).toBe(1);
    expect(new Set(receiver.told.map(({ body }) => body)).size).toBe(1);
  });

  test('AP25 is given up after about a day, stands on the manager’s list with why, and can be sent again', async () => {
    const { office, receiver, read, later } = await tellingOffice(['ticket.issued']);
    receiver.answer(302);
    await issue(await office.kiosk(), 1);
    await expect.poll(async () => (await read()).deliveries[0]?.why, { timeout: 10_000 }).toBe('HTTP 302');
    await office.edit(`UPDATE session SET expires_at = expires_at + 864000000`);
    for (let tries = 2; tries <= 11; tries++) {
      later(10 * 3600_000);
      await expect.poll(async () => (await read()).deliveries[0]?.tries, { timeout: 10_000 }).toBe(tries);
      await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(tries);
    }
    await expect.poll(async () => (await read()).deliveries[0]?.state, { timeout: 10_000 }).toBe('dead');
    later(100 * 3600_000);
    expect(receiver.told).toHaveLength(11);
    receiver.answer(200);
    await (await office.manage()).do('delivery:resend', { deliveryId: 1 });
    await expect.poll(async () => (await read()).deliveries[0]?.state, { timeout: 10_000 }).toBe('sent');
    expect(new Set(idsOf(receiver)).size).toBe(1);
  });

  test('AP26 one that does not answer keeps no other waiting', async () => {
    const { office, manage, hook } = await tellingOffice(['ticket.issued']);
    const other = await startReceiver();
    await manage.do('webhook:save', { webhookId: 1, ...hook, url: 'http://127.0.0.1:1/' });
    await manage.do('webhook:save', { webhookId: null, ...hook, url: other.url });
    const kiosk = await office.kiosk();
    for (let i = 0; i < 3; i++) await issue(kiosk, 1);
    await expect.poll(() => other.told.length, { timeout: 10_000 }).toBe(3);
  });

  test('AP27 one that is switched off is told nothing, and one that is removed takes its messages with it', async () => {
    const { office, manage, receiver, hook } = await tellingOffice(['ticket.issued']);
    await manage.do('webhook:save', { webhookId: 1, ...hook, on: false });
    await issue(await office.kiosk(), 1);
    expect(office.rows()['delivery']).toEqual([]);
    await manage.do('webhook:test', { webhookId: 1 });
    expect(office.rows()['delivery']).toHaveLength(1);
    await manage.do('webhook:remove', { webhookId: 1 });
    expect(office.rows()['delivery']).toEqual([]);
    expect(receiver.told).toEqual([]);
  });

  test.each([
    ['inside', 0],
    ['after', 1],
    ['sending', 1],
  ] as const)(
    'AP28 a server killed %s the transaction tells what is on disk, and only that',
    async (where, count) => {
      const { office, receiver } = await tellingOffice(['ticket.issued']);
      await office.stop();
      const killed = join(import.meta.dirname, 'webhookKilled.ts');
      const args = [killed, office.data, where, String(office.clock.now)];
      expect(spawnSync(process.execPath, args, { encoding: 'utf8' })).toMatchObject({
        signal: 'SIGKILL',
        stderr: '',
      });
      office.clock.pass(10_000);
      await office.restart();
      expect(office.rows()['ticket']).toHaveLength(count);
      vi.advanceTimersByTime(1_000);
      await expect.poll(() => receiver.told.length, { timeout: 10_000 }).toBe(count);
      vi.advanceTimersByTime(1_000);
      expect(receiver.told).toHaveLength(count);
    },
  );
});

describe('pauses', () => {
  test('AP24 grow, are spread, and make up about a day', () => {
    const pauses = (chance: number): number[] =>
      Array.from({ length: 10 }, (_, i) => nextTryAfter(i + 1, chance) ?? 0);
    const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
    expect(pauses(0.5).slice(0, 4)).toEqual([5_000, 30_000, 120_000, 600_000]);
    expect([sum(pauses(0)) > 18 * 3600_000, sum(pauses(0.999)) < 30 * 3600_000]).toEqual([true, true]);
    expect(nextTryAfter(11, 0)).toBeNull();
  });
});

describe('where webhooks may go', () => {
  test.each([
    ['http:', '192.168.1.20', true],
    ['http:', '10.0.0.5', true],
    ['http:', 'fd00::5', true],
    ['http:', '::ffff:192.168.1.20', true],
    ['http:', '203.0.113.7', false],
    ['https:', '203.0.113.7', true],
    ['https:', '2001:db8::1', true],
    ['https:', '192.168.1.20', true],
    ['https:', '127.0.0.1', false],
    ['http:', '127.8.0.1', false],
    ['https:', '::1', false],
    ['https:', '::ffff:127.0.0.1', false],
    ['https:', '0.0.0.0', false],
    ['https:', '169.254.169.254', false],
    ['https:', 'fe80::1', false],
    ['https:', '224.0.0.1', false],
    ['https:', 'localhost', false],
  ])('AP29 by %s to %s: %s', (protocol, address, may) => {
    expect(mayReach(protocol, address)).toBe(may);
  });

  test.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'https://[::1]:9/', 'http://0x7f.1:9/'])(
    'AP29 nothing is sent to %s, however this machine is called',
    async (url) => {
      const signal = new AbortController().signal;
      expect(await webhookPoster(mayReach)(url, {}, '{}', signal)).toEqual({
        ok: false,
        why: 'address not allowed',
      });
    },
  );
});
