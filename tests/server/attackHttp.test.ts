import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import * as fc from 'fast-check';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoot, operationNames, operations } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import { danBietPaths } from '../../shared/contract/danBietPaths.ts';
import { routes } from '../../shared/contract/routes.ts';
import { apiClient, requestOf } from '../factories/apiClient.ts';
import { rawLine } from '../factories/rawLine.ts';
import type { Rows } from '../factories/server.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, issue, staffedOffice, tokenIn } from '../factories/staffedOffice.ts';
import { long } from '../long.ts';
import { valuesOf } from '../suites/fromSchema.ts';
import { withUnknownMembers, withWrongTypes } from '../suites/spoil.ts';
import { pairedDevice } from './requestCase.ts';

/** One way to ask over plain HTTP, and what it takes if it takes anything. */
type Door = {
  readonly method: string;
  readonly path: string;
  readonly input: z.ZodType | null;
  /** The API's, which opens with a key only. */
  readonly operation: Operation | null;
};

const sampleOf = (operation: Operation): string => {
  const members = fc.sample(valuesOf(operation.input), { numRuns: 1, seed: 7 })[0];
  return requestOf(operation, members as Readonly<Record<string, unknown>>).address;
};

/** Everything that the contract says is there, and the pages and files beside it. */
const doors: readonly Door[] = [
  ...Object.entries(routes).map(([path, { input }]) => ({ method: 'POST', path, input, operation: null })),
  ...operationNames.map((name) => {
    const operation: Operation = operations[name];
    const path = apiRoot + sampleOf(operation);
    return { method: operation.method, path, input: operation.input, operation };
  }),
  ...[
    '/',
    '/kiosk',
    '/kiosk/index.html',
    '/screens/wall.html',
    '/models/manifest.json',
    '/wall',
    '/counter',
    '/officer',
    '/manage',
    '/t/abc',
    '/d/abc',
    ...Object.values(danBietPaths),
    '/voice/clips/vi/a.wav',
    '/voice/say/vi?number=A001&counter=1&how=call',
    '/media/a.jpg',
    '/healthz',
    '/readyz',
    '/metrics',
    `${apiRoot}/openapi.json`,
    `${apiRoot}/docs`,
  ].map((path) => ({ method: 'GET', path, input: null, operation: null })),
];
const posts = doors.filter(({ method }) => method === 'POST');

let office: StaffedOffice;
/** What Fastify itself says it serves: `GET /wall`. */
const served = new Set<string>();
let app: FastifyInstance;

const listen = (message: unknown): void => {
  ({ fastify: app } = message as { fastify: FastifyInstance });
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') served.add(`${each} ${url}`);
  });
};

/** A key that may do everything, so that nothing is refused for want of one. */
let key = '';
/** What strangers hold who may do something, though nothing here; the last has no more than an address. */
const held = new Map<string, string>();

beforeAll(async () => {
  // So that the office which is looked at is the last one that was made.
  await (await staffedOffice()).close();
  subscribe('fastify.initialization', listen);
  office = await staffedOffice();
  unsubscribe('fastify.initialization', listen);
  const [manage, kiosk] = [await office.manage(), await office.kiosk()];
  ({ key } = await apiClient(office));
  for (const screen of ['wall', 'kiosk'] as const)
    held.set(`a paired ${screen}`, (await pairedDevice(office, manage, screen)).token);
  held.set('a phone', tokenIn((await issue(kiosk, 1)).trackUrl));
  held.set('a session', office.cookies.quanly.split('=')[1] ?? '');
  held.set('nobody', 'x'.repeat(43));
});
afterAll(closeAll);

const ask = async (
  { method, path }: Pick<Door, 'method' | 'path'>,
  init: Omit<RequestInit, 'method'> = {},
): Promise<{ status: number; text: string }> => {
  const response = await fetch(office.url() + path, { redirect: 'manual', ...init, method });
  return { status: response.status, text: await response.text() };
};

/** No trace of the program, of its files, or of its database. */
const inside = /node_modules|\.ts\b|\bat \S+ \(|SELECT |INSERT |SQLITE|sqlite/u;

/** Without when keys were used, which is noted of those that are right. */
const kept = ({ api_key: _keys, ...rest }: Rows): Rows => rest;

const json = { 'content-type': 'application/json' };
const byKey = (): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'idempotency-key': randomUUID(),
});

/** Asks each in turn, and holds that all were refused in so many words, that nothing changed, and that nothing failed. */
async function allRefused(
  asked: readonly (readonly [what: string, door: Door, init: Omit<RequestInit, 'method'>])[],
  statuses: readonly number[],
): Promise<void> {
  expect(asked.length).toBeGreaterThan(0);
  const before = kept(office.rows());
  for (const [what, door, init] of asked) {
    // A key that calls too often would be told only that.
    office.clock.pass(200);
    const { status, text } = await ask(door, init);
    expect([what, door.path, statuses.includes(status) ? 'refused' : status]).toEqual([
      what,
      door.path,
      'refused',
    ]);
    expect(text).not.toMatch(inside);
    const { kind, code, status: said } = JSON.parse(text) as Record<string, unknown>;
    expect(kind ?? code ?? said).toBeDefined();
  }
  expect(kept(office.rows())).toEqual(before);
  expect(office.logged()).toBe('');
}

const deep = `{"login":${'['.repeat(7_000)}${']'.repeat(7_000)}}`;

describe('every HTTP door', () => {
  test('AT1 is in the table of this test', () => {
    const shapes = doors.map(({ method, path }) => ({ method, path: path.split('?')[0] ?? '' }));
    const missed = [...served].filter((route) => {
      const [method, url = ''] = route.split(' ');
      const pattern = new RegExp(`^${url.replace(/:\w+/gu, '[^/]+').replace('*', '.*')}/?$`, 'u');
      return !shapes.some((door) => door.method === method && pattern.test(door.path));
    });
    expect(served.size).toBeGreaterThan(30);
    expect(missed).toEqual([]);
  });

  test('AT2 of the API opens to no token but a key: not to a session, a device, a ticket', async () => {
    const apis = doors.filter(({ operation }) => operation !== null);
    for (const [who, token] of held)
      await allRefused(
        apis.map((door) => {
          const headers = {
            ...(door.method === 'POST' && { ...json, 'idempotency-key': randomUUID() }),
            authorization: `Bearer ${token}`,
            cookie: `luot_session=${token}`,
          };
          return [who, door, { headers, ...(door.method === 'POST' && { body: '{}' }) }] as const;
        }),
        // An address that has asked too often with wrong keys is told so.
        [401, 429],
      );
  });

  test('AT3 shows whoever holds a token of a screen, a phone or staff nothing that it does not show everybody', async () => {
    const open = doors.filter(
      ({ method, operation, path }) => method === 'GET' && operation === null && path !== '/metrics',
    );
    // What is told of the time, of files, and of how often somebody asked is not of somebody.
    for (const door of open) {
      const nobody = await ask(door);
      expect([door.path, nobody.status < 500]).toEqual([door.path, true]);
      for (const [who, token] of held) {
        const headers = { authorization: `Bearer ${token}`, cookie: `luot_session=${token}` };
        const answer = await ask(door, { headers });
        // Wrong codes of dossiers are slowed down.
        if (answer.status !== 429) expect([who, door.path, answer]).toEqual([who, door.path, nobody]);
      }
    }
  });

  test('AT4 that changes something refuses pages of other origins, also those that know a key or a session', async () => {
    const { cookies } = office;
    const origins = ['http://ke-xau.example', 'null', 'http://127.0.0.1:1', `${office.url()}.ke-xau.example`];
    await allRefused(
      origins.flatMap((origin) =>
        posts.map((door) => {
          const headers = { ...json, origin, cookie: cookies.quanly, 'idempotency-key': randomUUID() };
          return [origin, door, { headers, body: '{}' }] as const;
        }),
      ),
      [403],
    );
  });

  test('AT5 takes JSON only, so that no form of another site fits', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/xml',
    ];
    await allRefused(
      types.flatMap((type) =>
        posts.map(
          (door) => [type, door, { headers: { ...byKey(), 'content-type': type }, body: '{}' }] as const,
        ),
      ),
      // The API says it as it says everything that does not fit.
      [400, 415],
    );
  });

  test('AT6 refuses what is huge, deep, broken, or would change every object', async () => {
    const bodies: readonly (readonly [string, string])[] = [
      ['huge', JSON.stringify({ login: 'x'.repeat(2_100_000) })],
      ['deep', deep],
      ['broken', '{"login":"a"'],
      ['not JSON', 'login=a'],
      ['no object', '[]'],
      ['__proto__', '{"login":"a","password":"b","__proto__":{"role":"manager"}}'],
      ['constructor', '{"login":"a","password":"b","constructor":{"prototype":{"role":"manager"}}}'],
      ['nothing', ''],
    ];
    await allRefused(
      bodies.flatMap(([what, body]) =>
        posts.map((door) => [what, door, { headers: { ...json, ...byKey() }, body }] as const),
      ),
      [400, 413],
    );
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  test('AT7 refuses whatever is made up from the contract and then spoilt', async () => {
    const made = (schema: z.ZodType): unknown[] =>
      fc.sample(valuesOf(schema), { numRuns: long ? 40 : 2, seed: 11 });
    await allRefused(
      doors.flatMap((door) =>
        door.input === null
          ? []
          : made(door.input)
              .flatMap((value) => [
                ...withUnknownMembers(value),
                // In an address everything is a text, so that of types only the names of members are left.
                ...(door.method === 'POST' ? withWrongTypes(value) : []),
              ])
              // What JSON cannot say is something else by the time it arrives.
              .map(({ what, value }) => ({ what, value: throughJson(value) }))
              .filter(({ value }) => door.input?.safeParse(value).success === false)
              .map(({ what, value }) => [what, ...sending(door, value)] as const),
      ),
      [400, 404],
    );
  });

  test('AT8 answers no other method', async () => {
    const others = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'POST', 'GET'];
    await allRefused(
      doors.flatMap((door) =>
        others
          .filter((method) => method !== door.method)
          .map((method) => [method, { ...door, method }, {}] as const)
          // Lists are read and added to at one address.
          .filter(([method, { path }]) => !served.has(`${method} ${path.split('?')[0] ?? ''}`)),
      ),
      [404],
    );
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'BREW']) {
      const line = rawLine(office.url());
      line.send(`${method} /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
      expect([method, await line.closed]).toEqual([method, expect.not.stringContaining(' 200 ')]);
    }
  });

  test('AT9 answers any address without failing', async () => {
    const before = kept(office.rows());
    const parts = fc.constantFrom(
      '..',
      '%2e%2e',
      '%00',
      '%',
      '%zz',
      '\\',
      '//',
      'con',
      'nul.txt',
      'a'.repeat(3_000),
      '%F0%9F%91%BB',
      '?',
      '#',
      ':',
      ';',
      '{{7*7}}',
      '<script>',
      "'--",
      '[object Object]',
      '__proto__',
      'constructor',
    );
    const roots = fc.constantFrom(
      '/',
      '/t/',
      '/d/',
      '/media/',
      '/voice/clips/vi/',
      '/voice/say/',
      '/kiosk/',
      '/models/',
      '/screens/',
      '/api/',
      `${apiRoot}/`,
      `${apiRoot}/tickets/`,
      '/dan-biet/',
    );
    const paths = fc
      .tuple(roots, fc.array(parts, { minLength: 1, maxLength: 4 }))
      .map(([root, rest]) => root + rest.join('/'));
    for (const path of fc.sample(paths, { numRuns: long ? 3_000 : 150, seed: 5 })) {
      const { status, text } = await get(path);
      expect([path, status < 500]).toEqual([path, true]);
      expect(text).not.toMatch(inside);
    }
    expect(kept(office.rows())).toEqual(before);
    expect(office.logged()).toBe('');
  });
});

/** How a message would be sent through a door, whatever is wrong with it. */
function sending(door: Door, message: unknown): readonly [Door, Omit<RequestInit, 'method'>] {
  const headers = { ...json, ...byKey() };
  const { operation } = door;
  const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
  if (operation === null || !isObject) return [door, { headers, body: JSON.stringify(message) }];
  const { address, body } = requestOf(operation, message as Readonly<Record<string, unknown>>);
  const { 'content-type': _none, ...bodiless } = headers;
  return [{ ...door, path: apiRoot + address }, body === null ? { headers: bodiless } : { headers, body }];
}

const written = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)) ?? 'null';
const throughJson = (value: unknown): unknown => JSON.parse(written(value)) as unknown;

/** Gets a path exactly as it is written; `fetch` would tidy it up. */
async function get(path: string): Promise<{ status: number; text: string }> {
  const line = rawLine(office.url());
  line.send(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  const text = await line.closed;
  return { status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(text)?.[1]), text };
}
