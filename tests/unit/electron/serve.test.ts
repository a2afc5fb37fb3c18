import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fileFor } from '../../../kiosk/main/files.ts';
import { registerScheme, servePage } from '../../../kiosk/main/serve.ts';
import type { Handler } from './electronStandIn.ts';
import { net, protocol } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const server = 'http://192.168.1.10:8085';
let root = '';
let answer: Handler;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'luot-shell-'));
  await mkdir(join(root, 'page/assets'), { recursive: true });
  await mkdir(join(root, 'models'));
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(root, 'page/index.html'), 'the page');
  await writeFile(join(root, 'page/assets/app-1.js'), 'the script');
  await writeFile(join(root, 'page/assets/tiếng việt.css'), 'the style');
  await writeFile(join(root, 'page/ort.wasm'), 'the engine');
  await writeFile(join(root, 'models/face.onnx'), 'the model');
  servePage(server, { page: join(root, 'page'), models: join(root, 'models') });
  answer = protocol.handle.mock.calls.find(([scheme]) => scheme === 'app')?.[1] as Handler;
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(() => {
  net.fetch.mockReset();
});

test('EL5 app:// is a secure origin of its own that can fetch', () => {
  registerScheme();
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([{ scheme: 'app', privileges }]);
});

test.each([
  ['/', 'text/html; charset=utf-8', 'the page'],
  ['/?again=1#top', 'text/html; charset=utf-8', 'the page'],
  ['/index.html', 'text/html; charset=utf-8', 'the page'],
  ['/assets/app-1.js', 'text/javascript; charset=utf-8', 'the script'],
  ['/assets/ti%E1%BA%BFng%20vi%E1%BB%87t.css', 'text/css; charset=utf-8', 'the style'],
  ['/assets/../index.html', 'text/html; charset=utf-8', 'the page'],
  ['/ort.wasm', 'application/wasm', 'the engine'],
  ['/models/face.onnx', 'application/octet-stream', 'the model'],
])('EL5 %s is %s', async (path, type, content) => {
  const response = await answer(new Request(`app://kiosk${path}`));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toBe(content);
});

test('EL5 HEAD tells about a file without its content', async () => {
  const response = await answer(new Request('app://kiosk/', { method: 'HEAD' }));
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test.each([
  ['app://kiosk/missing.js', 'GET', 404],
  ['app://kiosk/assets', 'GET', 404],
  ['app://kiosk/assets/', 'GET', 404],
  ['app://other/index.html', 'GET', 404],
  ['app://kiosk.evil/index.html', 'GET', 404],
  ['app://kiosk/../secret.txt', 'GET', 404],
  ['app://kiosk/%2e%2e/secret.txt', 'GET', 404],
  ['app://kiosk/..%2fsecret.txt', 'GET', 400],
  ['app://kiosk/assets/..%2f..%2fsecret.txt', 'GET', 400],
  ['app://kiosk/models/..%2fsecret.txt', 'GET', 400],
  ['app://kiosk/models/..%2fpage%2findex.html', 'GET', 400],
  ['app://kiosk/models/', 'GET', 400],
  ['app://kiosk/index.html%00.js', 'GET', 400],
  ['app://kiosk/%E0%A4%A', 'GET', 400],
  ['app://kiosk/', 'POST', 405],
  ['app://kiosk/', 'DELETE', 405],
  ['app://kiosk/api/login', 'POST', 405],
  ['app://other/api/pair', 'POST', 404],
])('EL6 %s %s is refused with %i', async (url, method, status) => {
  const response = await answer(new Request(url, { method }));
  expect([response.status, await response.text()]).toEqual([status, '']);
  expect(net.fetch).not.toHaveBeenCalled();
});

test('EL6 an absolute path stays inside its folder', () => {
  const folders = { page: join(root, 'page'), models: join(root, 'models') };
  expect(fileFor('//etc/passwd', folders)).toBe(join(root, 'page/etc/passwd'));
  expect(fileFor('/models//etc/passwd', folders)).toBe(join(root, 'models/etc/passwd'));
});

test.each(['/', '/assets/app-1.js', '/models/face.onnx'])('EL7 %s keeps the page isolated', async (path) => {
  const { headers } = await answer(new Request(`app://kiosk${path}`));
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  const policy = (headers.get('content-security-policy') ?? '').split('; ');
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("connect-src 'self' ws://192.168.1.10:8085");
});

test('EL7 a server with TLS is reached with TLS', async () => {
  servePage('https://server.office', { page: join(root, 'page'), models: join(root, 'models') });
  const handler = protocol.handle.mock.lastCall?.[1];
  const response = await handler?.(new Request('app://kiosk/'));
  expect(response?.headers.get('content-security-policy')).toMatch(
    /connect-src 'self' wss:\/\/server\.office(;|$)/,
  );
});

const pair = () => new Request('app://kiosk/api/pair', { method: 'POST', body: '{"code":"1234"}' });

test('EL8 the pairing request is passed on and its answer handed back', async () => {
  net.fetch.mockResolvedValue(new Response('{"kind":"refused"}', { status: 403 }));
  const response = await answer(pair());
  const [url, sent] = net.fetch.mock.calls[0] ?? [];
  expect([url, sent?.method, sent?.body]).toEqual([`${server}/api/pair`, 'POST', '{"code":"1234"}']);
  expect(sent?.credentials).toBe('omit');
  expect([response.status, await response.text()]).toEqual([403, '{"kind":"refused"}']);
});

test('EL8 HP33 so are the words that are to be read aloud', async () => {
  net.fetch.mockResolvedValue(new Response('{"wav":"UklGRg=="}', { status: 200 }));
  const words = '{"language":"vi","text":"Lấy số"}';
  const response = await answer(new Request('app://kiosk/api/speak', { method: 'POST', body: words }));
  const [url, sent] = net.fetch.mock.lastCall ?? [];
  expect([url, sent?.body, await response.json()]).toEqual([
    `${server}/api/speak`,
    words,
    { wav: 'UklGRg==' },
  ]);
});

test('EL8 while the server is away the pairing request is answered with 502', async () => {
  net.fetch.mockRejectedValue(new Error('net::ERR_CONNECTION_REFUSED'));
  expect((await answer(pair())).status).toBe(502);
});
