import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { long } from '../long.ts';
import { endAll, launchWith } from './start.ts';

let folder = '';
const fresh = (): Promise<string> => mkdtemp(join(folder, 'data-'));
const quiet = (data: string): string[] => ['--no-open', '--port', '0', '--data', data];
const kioskAddress = /Kiosk +(http:\S+)\/kiosk\//u;

/** Starts an office, and stops it once it is up. @returns what it said. */
async function startAndStop(data: string): Promise<string> {
  const server = launchWith(quiet(data));
  await server.until(kioskAddress);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  return server.said();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-launch-'));
});
afterEach(endAll);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('T1 says where every screen is, and the first password once', async () => {
    const data = await fresh();
    const first = await startAndStop(data);
    const [, url = ''] = kioskAddress.exec(first) ?? [];
    const pages = ['kiosk/', 'wall', 'counter?counter=1', 'counter?counter=6', 'officer', 'manage'];
    for (const page of pages) expect(first).toContain(`${url}/${page}\n`);
    expect(first).toMatch(/password \S{8,}/u);
    expect(await startAndStop(data)).not.toMatch(/password/u);
  });

  it('T1 without a display it says why no kiosk is opened', async () => {
    const server = launchWith(['--port', '0', '--data', await fresh()]);
    await server.until(/The kiosk is (not opened here: |opened in )/u);
    if (process.platform === 'linux') expect(server.said()).toMatch(/this machine has no display/u);
  });

  it('T1 serves the built screens', async () => {
    const server = launchWith(quiet(await fresh()));
    const [, url = ''] = await server.until(kioskAddress);
    for (const path of ['/kiosk/', '/wall', '/counter', '/officer', '/manage'])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  });

  it.each(long ? (['SIGTERM', 'SIGINT', 'SIGHUP'] as const) : (['SIGTERM'] as const))(
    'T2 %s, also twice, stops it with exit code 0',
    async (signal) => {
      const server = launchWith(quiet(await fresh()));
      const [, url = ''] = await server.until(kioskAddress);
      server.child.kill(signal);
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      expect(server.errors()).toBe('');
      await expect(fetch(url)).rejects.toThrow('fetch failed');
    },
  );

  it.each(long ? (['SIGTERM', 'SIGINT', 'SIGKILL'] as const) : (['SIGINT', 'SIGKILL'] as const))(
    'T2 %s to the bootstrap leaves no server behind',
    async (signal) => {
      const server = launchWith(quiet(await fresh()), { program: 'start.mjs' });
      const [, url = ''] = await server.until(kioskAddress);
      server.child.kill(signal);
      expect(await server.ended).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 0);
      await expect
        .poll(
          () =>
            fetch(url).then(
              () => 'there',
              () => 'gone',
            ),
          { timeout: 5_000 },
        )
        .toBe('gone');
    },
  );
});

describe('npm start when it cannot', () => {
  const refusals: Record<string, () => Promise<readonly [string[], RegExp, number]>> = {
    'an unknown flag': async () => [['--colour'], /--colour/u, 2],
    'a port that is none': async () => [['--port', 'http'], /--port/u, 2],
    'an argument too many': async () => [['now'], /now/u, 2],
    'a taken port': async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => other.once('listening', resolve));
      other.unref();
      const port = String((other.address() as AddressInfo).port);
      return [
        ['--no-open', '--data', await fresh(), '--port', port],
        new RegExp(`Port ${port} is taken`, 'u'),
        1,
      ];
    },
    'a data folder that is a file': async () => {
      const file = join(await fresh(), 'file');
      await writeFile(file, '');
      return [quiet(file), /cannot be written/u, 1];
    },
    'a data folder inside a file': async () => {
      const file = join(await fresh(), 'file');
      await writeFile(file, '');
      return [quiet(join(file, 'data')), /cannot be written/u, 1];
    },
    'a damaged database': async () => {
      const data = await fresh();
      await startAndStop(data);
      const path = join(data, 'luot.db');
      const content = await readFile(path);
      await writeFile(path, content.fill(0x5a, 0, 4096));
      return [quiet(data), /damaged/u, 1];
    },
    'a database that is none': async () => {
      const data = await fresh();
      await writeFile(join(data, 'luot.db'), 'Công dân có số thứ tự một '.repeat(1000));
      return [quiet(data), /damaged/u, 1];
    },
    'a newer database': async () => {
      const data = await fresh();
      await startAndStop(data);
      const db = new Database(join(data, 'luot.db'));
      db.pragma('user_version = 999');
      db.close();
      return [quiet(data), /newer/u, 1];
    },
  };

  it.each(Object.keys(refusals))('T3 %s: one clear line and an exit code', async (what) => {
    const [args, line, code] = (await refusals[what]?.()) ?? [];
    const server = launchWith(args ?? []);
    expect(await server.ended).toBe(code);
    expect(server.errors()).toMatch(line ?? /^$/u);
    expect(server.errors().trimEnd().split('\n')).toHaveLength(1);
  });
});
