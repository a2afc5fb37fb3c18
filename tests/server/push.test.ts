import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf, problemOf } from '../factories/clients.ts';
import type { Client } from '../factories/clients.ts';
import { fakePush } from '../factories/fakePush.ts';
import type { FakePush } from '../factories/fakePush.ts';
import { startServer, temporaryFolder } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, fieldOf, issue, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const address = 'https://mot-cua.example.vn';

/** An office that offers it, with this many people ahead of somebody who holds a phone. */
async function withPhone(ahead: number) {
  const push = await fakePush();
  const office = await staffedOffice({ fetch: push.fetch });
  const [kiosk, officer, manage] = [
    await office.kiosk(),
    await office.seated('canbo1', 1),
    await office.manage(),
  ];
  await manage.do('office:setPublicUrl', { url: address });
  await manage.do('office:setPush', { on: true });
  const field = fieldOf(officer, 1);
  for (let i = 0; i < ahead; i++) await issue(kiosk, field);
  const ticket = await issue(kiosk, field);
  return { push, office, kiosk, officer, manage, field, ticket, phone: await office.phone(ticket.trackUrl) };
}

/** The same with the phone waiting to be told. */
async function withWaiting(ahead: number) {
  const at = await withPhone(ahead);
  await at.phone.do('track:setPush', { subscription: at.push.subscription });
  await at.phone.until(isOn);
  return at;
}

const offerOf = ({ state }: ReturnType<Client<'track'>['view']>) =>
  state.kind === 'waiting' ? state.push : undefined;
const isOn = (view: ReturnType<Client<'track'>['view']>): boolean => offerOf(view)?.on === true;
const kept = (office: StaffedOffice) => office.rows()['push_subscription'] ?? [];

/** Calls and serves the next visitor. */
async function serveOne(officer: Client<'officer'>): Promise<void> {
  const { ticketId } = await officer.do('ticket:callNext', {});
  await officer.do('ticket:start', { ticketId });
  await officer.do('ticket:finish', { ticketId, ...plainFinish });
}
const messages = ({ pushed }: FakePush): unknown[] => pushed.map(({ message }) => message);

describe('being told by push', () => {
  test('TR30 is offered only where the manager switched it on and phones come by https', async () => {
    const office = await staffedOffice();
    const [kiosk, manage] = [await office.kiosk(), await office.manage()];
    const phone = await office.phone((await issue(kiosk, 1)).trackUrl);
    expect(offerOf(phone.view())).toBeNull();
    await manage.do('office:setPush', { on: true });
    await manage.until(({ push }) => push.on && !push.possible);
    expect(offerOf(phone.view())).toBeNull();
    const { subscription } = await fakePush();
    expect(codeOf(await phone.send('track:setPush', { subscription }))).toBe('notAllowed');
    await manage.do('office:setPublicUrl', { url: address });
    const { state } = await phone.until((view) => offerOf(view) !== null);
    expect(state).toMatchObject({
      push: { on: false, key: expect.stringMatching(/^B[\w-]{86}$/u) as string },
    });
    expect(manage.view().push).toEqual({ on: true, possible: true });
    await manage.do('office:setPush', { on: false });
    await phone.until((view) => offerOf(view) === null);
    expect(kept(office)).toEqual([]);
  });

  test('TR31 tells the phone once, when three people are ahead: its number and how many, which only it can read', async () => {
    const { push, officer, ticket } = await withWaiting(5);
    await serveOne(officer);
    expect(push.tries()).toBe(0);
    await serveOne(officer);
    await expect.poll(() => messages(push)).toEqual([{ number: ticket.number, ahead: 3 }]);
    const [{ path, headers, bytes, claims } = expect.fail('nothing came')] = push.pushed;
    expect(path).toBe(push.path);
    expect(Buffer.from(bytes).includes(ticket.number)).toBe(false);
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '900' });
    // Signed for that service, by the office under its own address.
    expect(claims).toMatchObject({ aud: 'https://fcm.googleapis.com', sub: address });
    await serveOne(officer);
    await serveOne(officer);
    expect(push.tries()).toBe(1);
  });

  test('TR31 tells also who is called before three were ahead', async () => {
    const { push, manage, officer, ticket } = await withWaiting(6);
    const { id: officerId } = officer.view().me;
    await manage.do('officer:setWork', { officerId, fields: [], mayPick: true });
    await officer.do('ticket:call', { ticketId: ticket.ticketId });
    await expect.poll(() => messages(push)).toEqual([{ number: ticket.number, ahead: 0 }]);
  });

  test('TR32 is forgotten when the holder says so, and when the ticket ends', async () => {
    const { push, office, officer, phone } = await withWaiting(5);
    expect(kept(office)).toHaveLength(1);
    await phone.do('track:setPush', { subscription: null });
    await phone.until((view) => !isOn(view));
    expect(kept(office)).toEqual([]);
    await phone.do('track:setPush', { subscription: push.subscription });
    await phone.do('track:cancel', {});
    expect(kept(office)).toEqual([]);
    for (let i = 0; i < 4; i++) await serveOne(officer);
    expect(push.tries()).toBe(0);
    expect(codeOf(await phone.send('track:setPush', { subscription: push.subscription }))).toBe('wrongState');
  });

  test('TR32 is kept sealed, as is the key by which push services know the office', async () => {
    const { push, office, phone, ticket } = await withWaiting(5);
    const stored = JSON.stringify(office.rows(), (_, value: unknown) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : value,
    );
    for (const secret of Object.values(push.subscription)) expect(stored).not.toContain(secret);
    const [{ public_key: key, private_sealed: sealed } = expect.fail('no key')] = office.rows()[
      'push_key'
    ] as readonly { public_key: string; private_sealed: Buffer }[];
    expect(offerOf(phone.view())?.key).toBe(key);
    // A nonce, a tag and 43 letters: not the 32 bytes themselves.
    expect(sealed).toHaveLength(12 + 16 + 43);
    await office.restart();
    expect(offerOf((await office.phone(ticket.trackUrl)).view())).toEqual({ key, on: true });
  });

  test.each([404, 410])('TR33 a phone that its service no longer knows (%i) is forgotten', async (status) => {
    const { push, office, officer, phone } = await withWaiting(4);
    push.answer = status;
    await serveOne(officer);
    await phone.until((view) => !isOn(view));
    expect([push.tries(), kept(office)]).toEqual([1, []]);
  });

  test.each<[string, Partial<FakePush>]>([
    ['fails', { answer: 500 }],
    ['cannot be reached', { isAway: true }],
    ['leads elsewhere', { answer: 302 }],
  ])('TR34 a service that %s holds nobody up, and is tried again after half a minute', async (_, how) => {
    const { push, office, officer, ticket } = await withWaiting(4);
    Object.assign(push, how);
    await serveOne(officer);
    await expect.poll(push.tries).toBe(1);
    await expect.poll(office.logged).toContain('"msg":"push"');
    expect(office.logged()).not.toContain(push.subscription.endpoint);
    // Not again at once, whatever happens.
    await serveOne(officer);
    expect(push.tries()).toBe(1);
    office.clock.pass(30_000);
    Object.assign(push, { answer: 201, isAway: false });
    await serveOne(officer);
    await expect.poll(() => messages(push)).toEqual([{ number: ticket.number, ahead: 1 }]);
    office.clock.pass(30_000);
    await serveOne(officer);
    expect(push.tries()).toBe(2);
  });

  test('TR34 a service that always fails is given up', async () => {
    const { push, office, officer, kiosk, field } = await withWaiting(4);
    push.answer = 503;
    await serveOne(officer);
    for (const tries of [1, 2, 3]) {
      await expect.poll(push.tries).toBe(tries);
      office.clock.pass(30_000);
      await issue(kiosk, field);
    }
    await issue(kiosk, field);
    expect(push.tries()).toBe(3);
  });

  test('TR34 a service that never answers delays neither calls nor the end of the server', async () => {
    const { push, office, officer, phone } = await withWaiting(4);
    push.answer = null;
    await serveOne(officer);
    await expect.poll(push.tries).toBe(1);
    await serveOne(officer);
    await phone.until(({ state }) => state.kind === 'waiting' && state.peopleAhead === 2);
    await office.stop();
    expect(office.logged()).not.toContain('"level":50');
  });

  test.each([
    'http://fcm.googleapis.com/fcm/send/a',
    'https://192.168.1.1/admin',
    'https://fcm.googleapis.com.example.vn/a',
    'https://fcm.googleapis.com:8443/a',
    'https://x@fcm.googleapis.com/a',
    'https://example.vn/?https://fcm.googleapis.com/a',
  ])('TR35 the server sends nothing to %s, whatever a page says', async (endpoint) => {
    const { push, phone } = await withPhone(4);
    const answer = await phone.send('track:setPush', { subscription: { ...push.subscription, endpoint } });
    expect(problemOf(answer)).toMatchObject({ kind: 'malformed', where: 'subscription.endpoint' });
  });

  test('TR36 the worker that shows it may live under the page of its ticket, and nothing else may', async () => {
    const screens = temporaryFolder();
    mkdirSync(join(screens, 'assets'));
    for (const name of ['notifier-abc123.js', 'track-abc123.js'])
      writeFileSync(join(screens, 'assets', name), '0;');
    const server = await startServer({ folders: { kiosk: screens, screens, models: screens } });
    const allowed = async (name: string) =>
      (await fetch(`${server.url()}/screens/assets/${name}`)).headers.get('service-worker-allowed');
    expect(await allowed('notifier-abc123.js')).toBe('/t/');
    expect(await allowed('track-abc123.js')).toBeNull();
  });
});
