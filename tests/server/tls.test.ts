import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { io } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { readOptions } from '../../server/options.ts';
import {
  fingerprintOf,
  goodUntil,
  keepCertificate,
  makeCertificate,
  readCertificate,
} from '../../server/tls/certificate.ts';
import { protocolVersion, viewEvent } from '../../shared/contract/protocol.ts';
import { closeServers, startServer, temporaryFolder } from '../factories/server.ts';

afterEach(closeServers);

const now = Date.UTC(2026, 10, 23);
const root = join(import.meta.dirname, '../..');
const tls = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'server/tls/cli.ts'), ...args], { encoding: 'utf8' });

/** @returns status, body, headers, and the fingerprint of the certificate that was shown. */
const get = (url: string, ca: string, method = 'GET', body = '') =>
  new Promise<{ status: number | undefined; cookie: string; shown: string }>((resolve, reject) => {
    const headers = body === '' ? {} : { 'content-type': 'application/json' };
    const asked = request(url, { ca, method, headers }, (response) => {
      const shown = (response.socket as TLSSocket).getPeerX509Certificate()?.fingerprint256 ?? '';
      response.resume().on('end', () =>
        resolve({
          status: response.statusCode,
          cookie: String(response.headers['set-cookie']),
          shown: shown.replaceAll(':', '').toLowerCase(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

test('EL23 with a certificate pages, sockets and cookies come over https only', async () => {
  const own = await makeCertificate(['192.168.1.10'], Date.now());
  const server = await startServer({ tls: own });
  expect(server.url()).toMatch(/^https:/u);
  const page = await get(`${server.url()}/healthz`, own.cert);
  expect([page.status, page.shown]).toEqual([200, fingerprintOf(own.cert)]);
  await expect(fetch(server.url().replace('https', 'http'))).rejects.toThrow('fetch failed');
  const { login = '', password = '' } = server.firstManager ?? {};
  const inside = await get(
    `${server.url()}/api/login`,
    own.cert,
    'POST',
    JSON.stringify({ login, password }),
  );
  expect(inside.cookie).toMatch(/; Secure/u);

  const socket = io(server.url(), {
    transports: ['websocket'],
    ca: own.cert,
    auth: { protocol: protocolVersion, screen: 'kiosk' },
  });
  const view = await new Promise((resolve) => socket.once(viewEvent, resolve));
  socket.close();
  expect(view).toMatchObject({ screen: 'kiosk' });
});

test('EL23 a certificate of another is not taken for it', async () => {
  const [own, other] = await Promise.all([makeCertificate([], Date.now()), makeCertificate([], Date.now())]);
  const server = await startServer({ tls: own });
  await expect(get(`${server.url()}/healthz`, other.cert)).rejects.toThrow(/self-signed|certificate/u);
});

test('EL24 a certificate is good for ten years, from a day before it is made', async () => {
  const { cert } = await makeCertificate(['may-chu.local', '192.168.1.10'], now);
  expect(new Date(goodUntil(cert)).toISOString()).toBe('2036-11-23T00:00:00.000Z');
  const { X509Certificate } = await import('node:crypto');
  const read = new X509Certificate(cert);
  expect(Date.parse(read.validFrom)).toBe(now - 24 * 3600_000);
  expect([read.checkHost('may-chu.local'), read.checkIP('192.168.1.10')]).toEqual([
    'may-chu.local',
    '192.168.1.10',
  ]);
  expect([read.checkHost('elsewhere.local'), read.ca]).toEqual([undefined, false]);
});

test('EL24 the command makes one, and a new one only when told to', () => {
  const data = temporaryFolder();
  const made = tls('make', '--data', data, '--name', 'may-chu');
  expect(made.status).toBe(0);
  const { cert } = readCertificate(data);
  expect(made.stdout).toContain(fingerprintOf(cert));
  expect(cert).toBe(readFileSync(join(data, 'tls/cert.pem'), 'utf8'));
  if (process.platform !== 'win32') expect(statSync(join(data, 'tls/key.pem')).mode & 0o777).toBe(0o600);

  const refused = tls('make', '--data', data);
  expect([refused.status, readCertificate(data).cert]).toEqual([1, cert]);
  expect(refused.stderr).toContain('--again');
  expect(tls('make', '--again', '--data', data).status).toBe(0);
  expect(readCertificate(data).cert).not.toBe(cert);
});

test('EL24 without a certificate --tls says how to make one', async () => {
  const data = temporaryFolder();
  expect(readOptions(['--tls', '--data', data])).toMatchObject({ tls: true });
  expect(() => readCertificate(data)).toThrow('npm run tls -- make --data');
  mkdirSync(join(data, 'tls'), { recursive: true });
  keepCertificate(data, { key: 'no key', cert: 'no certificate' });
  expect(() => readCertificate(data)).toThrow('npm run tls -- make --data');
});
