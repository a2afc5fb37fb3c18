import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { postTo, turnedAwayFrom } from '../factories/clients.ts';
import { closeAll, issue, password, staffedOffice, tokenIn } from '../factories/staffedOffice.ts';

afterEach(closeAll);

test('AT40 a session that somebody else put into the browser is not taken over, and is over after the log-in', async () => {
  const office = await staffedOffice();
  // One that never was, and one of the attacker's own.
  for (const planted of [`luot_session=${'A'.repeat(43)}`, office.cookies.canbo2]) {
    const { headers } = await postTo(
      office.url(),
      '/api/login',
      { login: 'canbo1', password },
      { cookie: planted },
    );
    const [given = ''] = (headers.get('set-cookie') ?? '').split(';');
    expect(given).toMatch(/^luot_session=[\w-]{43}$/u);
    expect(given).not.toBe(planted);
    const open = (cookie: string) => turnedAwayFrom(office.url(), { screen: 'officer', cookie });
    expect([await open(given), await open(planted)]).toEqual([null, 'login']);
  }
  // A failed one ends nobody's.
  await postTo(
    office.url(),
    '/api/login',
    { login: 'canbo1', password: 'sai' },
    { cookie: office.cookies.quanly },
  );
  expect(await turnedAwayFrom(office.url(), { screen: 'manage', cookie: office.cookies.quanly })).toBeNull();
});

test('AT41 who guesses at a ticket, a dossier or a key is slowed down, and who holds the right one is not', async () => {
  const office = await staffedOffice();
  const kiosk = await office.kiosk();
  const [mine, other] = [
    tokenIn((await issue(kiosk, 1)).trackUrl),
    tokenIn((await issue(kiosk, 1)).trackUrl),
  ];
  // Whoever read the ticket's id somewhere has to guess 128 bits.
  const bytes = Buffer.from(mine, 'base64url');
  const guess = () => Buffer.concat([bytes.subarray(0, 16), randomBytes(16)]).toString('base64url');
  const opens = (token: string) => turnedAwayFrom(office.url(), { screen: 'track', token });
  for (let i = 0; i < 5; i++) expect(await opens(guess())).toBe('unpaired');
  // Now even the right one would have to wait; that of another ticket does not.
  expect([await opens(mine), await opens(other)]).toEqual(['unpaired', null]);
  office.clock.pass(30_000);
  expect(await opens(mine)).toBeNull();

  const page = async (code: string) => (await fetch(`${office.url()}/d/${code}`)).status;
  const statuses = [];
  for (let i = 0; i < 7; i++) statuses.push(await page(randomBytes(32).toString('base64url')));
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);

  const key = async (token: string) =>
    (await fetch(`${office.url()}/api/v1/queue`, { headers: { authorization: `Bearer ${token}` } })).status;
  const answers = [];
  for (let i = 0; i < 62; i++)
    answers.push(await key(`luot_00000000_${randomBytes(32).toString('base64url')}`));
  expect(answers.slice(58)).toEqual([401, 401, 429, 429]);
  const { key: right } = await (
    await office.manage()
  ).do('apiKey:make', { name: 'Cổng', scopes: ['queue:read'], expiresAt: null });
  expect(await key(right)).toBe(200);
});

test('AT42 log-ins and pairings are logged with where they came from and what came of them, without what was typed', async () => {
  const office = await staffedOffice({ level: 'info' });
  const before = office.logged().length;
  for (const typed of ['sai-mat-khau', password])
    await postTo(office.url(), '/api/login', { login: 'canbo1', password: typed });
  await postTo(office.url(), '/api/pair', { code: '1234 5678' });
  const logged = office.logged().slice(before);
  expect(
    logged
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'log-in' || msg === 'pairing')
      .map(({ msg, address, outcome }) => [msg, address, outcome]),
  ).toEqual([
    ['log-in', '127.0.0.1', 'badCredentials'],
    ['log-in', '127.0.0.1', 'done'],
    ['pairing', '127.0.0.1', 'badPairingCode'],
  ]);
  expect(logged).not.toMatch(/canbo1|sai-mat-khau|mat-khau-dai-du|1234 ?5678/u);
});
