import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { problem } from '../../shared/contract/problems.ts';
import { logIn, postTo, turnedAwayFrom } from '../factories/clients.ts';
import { startServer, temporaryFolder } from '../factories/server.ts';
import { closeAll, password, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const tryLogin = (url: string, login: string, word: string) =>
  postTo(url, '/api/login', { login, password: word });
const codeIn = (body: unknown): unknown => (body as { code?: unknown }).code;

describe('logging in', () => {
  test('HT1 gives a session in a cookie that scripts and other sites cannot use', async () => {
    const office = await staffedOffice();
    const { status, headers, body } = await tryLogin(office.url(), ' CanBo1 ', password);
    expect([status, body]).toEqual([200, { name: 'Trần Văn An', role: 'officer' }]);
    const [value = '', ...flags] = (headers.get('set-cookie') ?? '').split('; ');
    expect(value).toMatch(/^luot_session=[\w-]{43}$/u);
    expect(flags.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    expect(JSON.stringify(office.rows())).not.toContain(value.slice('luot_session='.length));
  });

  test('HT1 every log-in is a session of its own', async () => {
    const office = await staffedOffice();
    const [one, other] = [await logIn(office.url(), 'canbo1', password), office.cookies.canbo1];
    expect(one).not.toBe(other);
    expect(await turnedAwayFrom(office.url(), { screen: 'officer', cookie: other })).toBeNull();
  });

  test.each([
    ['a wrong password', 'canbo1', 'sai'],
    ['an unknown name', 'khong-co', password],
    ['nothing of the name', ' ', password],
  ])('HT2 %s is refused in the same words', async (_what, login, word) => {
    const office = await staffedOffice();
    const { status, headers, body } = await tryLogin(office.url(), login, word);
    expect([status, body]).toEqual([403, { kind: 'refused', code: 'badCredentials' }]);
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('HT2 an officer without a password cannot log in', async () => {
    const server = await startServer();
    for (const word of ['x', 'null', 'undefined'])
      expect(codeIn((await tryLogin(server.url(), 'canbo1', word)).body)).toBe('badCredentials');
  });

  test('HT3 after five failures the right password has to wait, too, longer each time', async () => {
    const office = await staffedOffice();
    for (let i = 0; i < 5; i++) await tryLogin(office.url(), i % 2 === 0 ? 'canbo1' : ' CANBO1 ', 'sai');
    const waits: unknown[] = [];
    for (let i = 0; i < 7; i++) {
      const { body } = await tryLogin(office.url(), 'canbo1', password);
      const { seconds } = (body as { detail: { seconds: number } }).detail;
      waits.push(seconds);
      office.clock.pass(seconds * 1000 - 1);
      expect(codeIn((await tryLogin(office.url(), 'canbo1', password)).body)).toBe('tooManyAttempts');
      office.clock.pass(1);
      expect(codeIn((await tryLogin(office.url(), 'canbo1', 'sai')).body)).toBe('badCredentials');
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    office.clock.pass(900_000);
    expect((await tryLogin(office.url(), 'canbo1', password)).status).toBe(200);
    expect(codeIn((await tryLogin(office.url(), 'canbo1', 'sai')).body)).toBe('badCredentials');
  });

  test('HT3 many tries at once are no way around', async () => {
    const office = await staffedOffice();
    const tries = Array.from({ length: 20 }, (_, i) => tryLogin(office.url(), 'canbo1', `sai ${i}`));
    const codes = (await Promise.all(tries)).map(({ body }) => codeIn(body));
    expect(codes.filter((code) => code === 'badCredentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(15);
  });

  test('HT3 an office that logs in at once, from one address, is let in', async () => {
    const office = await staffedOffice();
    await tryLogin(office.url(), 'canbo1', 'sai');
    const tries = Array.from({ length: 12 }, () => tryLogin(office.url(), 'canbo1', password));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 200));
  });

  test('HT3 a clock that steps back lets nobody wait longer', async () => {
    const office = await staffedOffice();
    for (let i = 0; i < 5; i++) await tryLogin(office.url(), 'canbo1', 'sai');
    office.clock.pass(-2 * 3600_000);
    const { body } = await tryLogin(office.url(), 'canbo1', password);
    expect(body).toMatchObject({ code: 'tooManyAttempts', detail: { seconds: 30 } });
  });

  test('HT4 logging out ends the session and takes the cookie away', async () => {
    const office = await staffedOffice();
    const cookie = await logIn(office.url(), 'canbo1', password);
    const { status, headers, body } = await postTo(office.url(), '/api/logout', {}, { cookie });
    expect([status, body]).toEqual([200, {}]);
    expect(headers.get('set-cookie')).toMatch(/^luot_session=; .*Expires=Thu, 01 Jan 1970/u);
    expect(await turnedAwayFrom(office.url(), { screen: 'officer', cookie })).toBe('login');
    expect((await postTo(office.url(), '/api/logout', {}, { cookie })).status).toBe(200);
    expect((await postTo(office.url(), '/api/logout', {})).status).toBe(200);
  });
});

describe('pairing', () => {
  const invited = async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const invitation = { screen: 'kiosk', name: 'Kiosk 1', counterId: null } as const;
    return { office, manage, ...(await manage.do('device:invite', invitation)) };
  };

  test('HT5 a code works once, however it is typed', async () => {
    const { office, code } = await invited();
    const typed = ` ${code.replace(' ', '-')}`;
    const { status, body } = await postTo(office.url(), '/api/pair', { code: typed });
    expect([status, body]).toEqual([200, { token: expect.stringMatching(/^[\w-]{43}$/u), screen: 'kiosk' }]);
    expect(codeIn((await postTo(office.url(), '/api/pair', { code })).body)).toBe('badPairingCode');
    expect(JSON.stringify(office.rows())).not.toContain(code.replace(' ', ''));
  });

  test('HT5 a code is good for a quarter of an hour', async () => {
    const { office, code, expiresAt } = await invited();
    office.clock.now = expiresAt;
    expect(codeIn((await postTo(office.url(), '/api/pair', { code })).body)).toBe('badPairingCode');
  });

  test('HT5 guessing codes is slowed down', async () => {
    const { office, code } = await invited();
    const guess = (guessed: string) => postTo(office.url(), '/api/pair', { code: guessed });
    for (let i = 0; i < 5; i++) expect(codeIn((await guess(`0000 000${i}`)).body)).toBe('badPairingCode');
    expect(codeIn((await guess(code)).body)).toBe('tooManyAttempts');
    office.clock.pass(30_000);
    expect((await guess(code)).status).toBe(200);
  });
});

describe('bodies', () => {
  const json = { 'content-type': 'application/json' };
  test.each([
    ['no body', { headers: {} }, 400],
    ['an empty body', { headers: json, body: '' }, 400],
    ['no JSON', { headers: json, body: '{' }, 400],
    ['plain text', { headers: { 'content-type': 'text/plain' }, body: '{"login":"a","password":"b"}' }, 415],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'login=a&password=b' },
      415,
    ],
    ['a list', { headers: json, body: '[]' }, 400],
    ['a text', { headers: json, body: '"x"' }, 400],
    ['an unknown key', { headers: json, body: '{"login":"a","password":"b","role":"manager"}' }, 400],
    ['a wrong type', { headers: json, body: '{"login":["a"],"password":"b"}' }, 400],
    ['an endless name', { headers: json, body: `{"login":"${'a'.repeat(61)}","password":"b"}` }, 400],
    [
      'a poisoned prototype',
      { headers: json, body: '{"login":"a","password":"b","__proto__":{"role":"manager"}}' },
      400,
    ],
    ['a poisoned constructor', { headers: json, body: '{"constructor":{"prototype":{"role":1}}}' }, 400],
    [
      'a huge body',
      { headers: json, body: JSON.stringify({ login: 'a', password: 'b'.repeat(20_000) }) },
      413,
    ],
  ])('HT6 %s is refused in the shape of a problem', async (_what, init, status) => {
    const office = await staffedOffice();
    const response = await fetch(`${office.url()}/api/login`, { method: 'POST', ...init });
    const body: unknown = await response.json();
    expect(response.status).toBe(status);
    expect(problem.parse(body).kind).toBe('malformed');
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts|\bat /u);
    expect(office.logged()).toBe('');
  });

  test.each(['http://ke-xau.example', 'null', 'http://127.0.0.1:1', 'chrome-extension://abc'])(
    'HT7 a page of %s may not post',
    async (origin) => {
      const office = await staffedOffice();
      const { status, body } = await postTo(
        office.url(),
        '/api/login',
        { login: 'canbo1', password },
        { origin },
      );
      expect([status, body]).toEqual([403, { kind: 'refused', code: 'notAllowed' }]);
      expect(office.rows()['session']).toHaveLength(4);
    },
  );
});

describe('answers', () => {
  test.each([
    ['GET', '/khong-co'],
    ['GET', '/api/login'],
    ['PUT', '/api/login'],
    ['DELETE', '/kiosk/'],
    ['GET', '/kiosk/khong-co.js'],
    ['GET', '/wall/them'],
    ['GET', '/.env'],
  ])('HT8 %s %s is not found, and says so in the shape of a problem', async (method, path) => {
    const office = await staffedOffice();
    const response = await fetch(office.url() + path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ kind: 'malformed', where: '', what: 'not found' });
  });

  test('HT9 a fault of the server is logged with an id, and nothing of it is told', async () => {
    const office = await staffedOffice();
    await office.edit("UPDATE officer SET password_hash = 'no hash at all' WHERE login = 'canbo1'");
    const { status, body } = await tryLogin(office.url(), 'canbo1', password);
    expect([status, body]).toEqual([500, { kind: 'bug', id: expect.stringMatching(/^[0-9a-f]{8}$/u) }]);
    expect(office.logged()).toContain((body as { id: string }).id);
    expect(office.logged()).not.toContain(password);
    expect((await tryLogin(office.url(), 'canbo2', password)).status).toBe(200);
  });

  test.each([
    '/kiosk/',
    '/wall',
    '/counter',
    '/officer',
    '/manage',
    '/khong-co',
    '/healthz',
    '/models/m.onnx',
  ])('HT10 %s shuts out what pages never do', async (path) => {
    const server = await startServer({ folders: builtFolders() });
    const { headers } = await fetch(server.url() + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/u);
    for (const never of ["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(never);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=(self)'),
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

/** Pages and models as if they were built, with something beside them that is nobody's business. */
function builtFolders() {
  const root = temporaryFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('kiosk/index.html', 'the kiosk');
  write('kiosk/assets/app-1a2b.js', '1');
  write('models/m.onnx', 'weights');
  for (const page of ['wall', 'counter', 'officer', 'manage']) write(`screens/${page}.html`, `the ${page}`);
  write('secret.txt', 'bí mật');
  write('kiosk-old/secret.txt', 'bí mật');
  return { kiosk: join(root, 'kiosk'), screens: join(root, 'screens'), models: join(root, 'models') };
}

/** Gets a path exactly as it is written; `fetch` would tidy it up. */
const getRaw = (url: string, path: string): Promise<{ status: number | undefined; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });

describe('files', () => {
  test.each([
    ['/kiosk/', 'the kiosk'],
    ['/wall', 'the wall'],
    ['/counter?counter=3', 'the counter'],
    ['/officer', 'the officer'],
    ['/manage', 'the manage'],
    ['/models/m.onnx', 'weights'],
  ])('HT11 %s is served', async (path, text) => {
    const server = await startServer({ folders: builtFolders() });
    const response = await fetch(server.url() + path);
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('HT11 what is named after its contents may be kept for ever', async () => {
    const server = await startServer({ folders: builtFolders() });
    const response = await fetch(`${server.url()}/kiosk/assets/app-1a2b.js`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/', '/kiosk'])('HT11 %s leads to the kiosk', async (path) => {
    const server = await startServer({ folders: builtFolders() });
    expect(await (await fetch(server.url() + path)).text()).toBe('the kiosk');
  });

  const ways = [
    '../secret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    '....//secret.txt',
    '.%00./secret.txt',
    '%252e%252e%252fsecret.txt',
    '%c0%ae%c0%ae/secret.txt',
    'assets/../../secret.txt',
    '../kiosk-old/secret.txt',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    '%E0%A4%A',
  ];
  test.each(['/kiosk/', '/screens/', '/models/'])(
    'HT12 nothing outside is served by way of %s',
    async (root) => {
      const server = await startServer({ folders: builtFolders() });
      for (const way of ways) {
        const { status, text } = await getRaw(server.url(), root + way);
        expect([400, 403, 404]).toContain(status);
        expect(text).not.toMatch(/bí mật|root:|node_modules/u);
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }
      expect((await getRaw(server.url(), '/models/m.onnx')).text).toBe('weights');
    },
  );
});
