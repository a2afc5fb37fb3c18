import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const isGone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await wait(50);
  }
  return false;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-launch-'));
});
afterEach(endAll);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('T1 says where every screen is, and the first password once', async () => {
    const data = await fresh();
    const first = await startAndStop(data);
    for (const screen of [
      '/kiosk/',
      '/wall',
      '/counter?counter=1',
      '/counter?counter=6',
      '/officer',
      '/manage',
    ])
      expect(first).toMatch(new RegExp(`http://127\\.0\\.0\\.1:\\d+${RegExp.escape(screen)}\\s`, 'u'));
    expect(first).toMatch(/password \S{8,}/u);
    expect(await startAndStop(data)).not.toMatch(/password/u);
  });

  it('T1 serves the built screens', async () => {
    const server = launchWith(quiet(await fresh()));
    const [, url = ''] = await server.until(kioskAddress);
    for (const path of ['/kiosk/', '/wall', '/counter', '/officer', '/manage'])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'T2 %s, also twice, stops it with exit code 0',
    async (signal) => {
      const server = launchWith(quiet(await fresh()));
      const [, url = ''] = await server.until(kioskAddress);
      server.child.kill(signal);
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      expect(server.errors()).toBe('');
      await expect(fetch(url)).rejects.toThrow();
    },
  );

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
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

describe('opening the kiosk', () => {
  /** A browser that notes how it was started and stays until it is ended. */
  async function fakeBrowser(): Promise<{ path: string; notes: string }> {
    const place = await fresh();
    const [path, notes] = [join(place, 'chromium'), join(place, 'notes')];
    await writeFile(path, `#!/bin/sh\nprintf '%s\\n' "$$" "$@" > ${notes}\nexec sleep 60\n`);
    await chmod(path, 0o755);
    return { path, notes };
  }
  const isLinuxUser = process.platform === 'linux' && process.getuid?.() !== 0;

  it('T4 without a display it only prints the addresses', async () => {
    const server = launchWith(['--port', '0', '--data', await fresh()]);
    await server.until(kioskAddress);
    if (process.platform === 'linux') await server.until(/not opened here: this machine has no display/u);
  });

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'T4 as root it opens nothing and says why',
    async () => {
      const { path } = await fakeBrowser();
      const env = { DISPLAY: ':9', LUOT_CHROMIUM: path };
      const server = launchWith(['--port', '0', '--data', await fresh()], { env });
      await server.until(/not opened here: .*root/u);
    },
  );

  it.runIf(isLinuxUser)('T4 the browser shows the kiosk and is ended with the server', async () => {
    const { path, notes } = await fakeBrowser();
    const data = await fresh();
    const server = launchWith(['--port', '0', '--data', data], {
      env: { DISPLAY: ':9', LUOT_CHROMIUM: path },
    });
    const [, url = ''] = await server.until(kioskAddress);
    await expect.poll(() => readFile(notes, 'utf8').catch(() => '')).toContain(`--app=${url}/kiosk/`);
    const [pid = '', ...flags] = (await readFile(notes, 'utf8')).trim().split('\n');
    expect(flags).toContain('--kiosk');
    expect(flags).toContain(`--user-data-dir=${join(data, 'kiosk-profile')}`);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await isGone(Number(pid))).toBe(true);
  });

  it.runIf(isLinuxUser)('T4 the server goes on when the kiosk is closed', async () => {
    const { path, notes } = await fakeBrowser();
    const env = { DISPLAY: ':9', LUOT_CHROMIUM: path };
    const server = launchWith(['--port', '0', '--data', await fresh()], { env });
    const [, url = ''] = await server.until(kioskAddress);
    await expect.poll(() => readFile(notes, 'utf8').catch(() => '')).toContain('--kiosk');
    process.kill(Number.parseInt(await readFile(notes, 'utf8')));
    await server.until(/the server goes on/u);
    expect((await fetch(`${url}/kiosk/`)).status).toBe(200);
  });
});
