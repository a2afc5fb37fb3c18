import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Kiosk, Machine } from '../../server/launch/openKiosk.ts';
import { kioskFlags, openKiosk } from '../../server/launch/openKiosk.ts';
import { fingerprintOf, makeCertificate, publicKeyPin } from '../../server/tls/certificate.ts';
import { nameOf } from '../../server/ownAddress.ts';

const url = 'http://127.0.0.1:8085';
let folder = '';
let opened: Kiosk | string = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-kiosk-'));
});
afterEach(async () => {
  if (typeof opened !== 'string') await opened.close();
  await rm(folder, { recursive: true, force: true });
});

/** A program that notes its process and arguments, and does `then`. */
async function program(path: string, then = 'exec sleep 60'): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$$" "$0" "$@" > ${folder}/note\nmv ${folder}/note ${folder}/notes\n${then}\n`,
  );
  await chmod(file, 0o755);
  return file;
}

async function notes(): Promise<{ pid: number; file: string; args: string[] }> {
  for (;;) {
    const text = await readFile(join(folder, 'notes'), 'utf8').catch(() => null);
    if (text !== null) {
      const [pid = '', file = '', ...args] = text.trimEnd().split('\n');
      return { pid: Number(pid), file, args };
    }
    await wait(20);
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const machine = (change: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  env: { DISPLAY: ':0', PATH: join(folder, 'bin') },
  userId: 1000,
  ...change,
});
const open = (on: Machine, cert: string | null = null): Kiosk | string =>
  (opened = openKiosk({ url, cert }, join(folder, 'data'), folder, on));

describe.skipIf(process.platform === 'win32')('opening the kiosk', () => {
  it('T4 Electron shows it where its program is there, whatever browsers are installed', async () => {
    const electron = await program('node_modules/electron/dist/electron');
    await program('bin/chromium');
    expect(open(machine())).toMatchObject({ shownBy: 'Electron' });
    expect(await notes()).toMatchObject({ file: electron, args: [folder, `--server=${url}`] });
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'])(
    'T4 else an installed %s, over the whole display and with its own profile',
    async (name) => {
      const browser = await program(`bin/${name}`);
      open(machine());
      const { file, args } = await notes();
      expect(file).toBe(browser);
      expect(args).toEqual(kioskFlags(url, join(folder, 'data/kiosk-profile'), null));
      expect(args).toEqual(
        expect.arrayContaining(['--kiosk', `--app=${url}/kiosk/`, '--no-first-run', '--disable-pinch']),
      );
    },
  );

  it('EL23 a browser on the server’s machine takes its certificate, and Electron is held to it', async () => {
    await program('bin/chromium');
    const { cert } = await makeCertificate([], Date.now());
    open(machine(), cert);
    expect((await notes()).args).toContain(`--ignore-certificate-errors-spki-list=${publicKeyPin(cert)}`);
    if (typeof opened !== 'string') await opened.close();
    await rm(join(folder, 'notes'));
    await program('node_modules/electron/dist/electron');
    open(machine(), cert);
    expect((await notes()).args).toEqual([folder, `--server=${url}`, `--fingerprint=${fingerprintOf(cert)}`]);
  });

  it('T4 LUOT_CHROMIUM names another browser', async () => {
    await program('bin/chromium');
    const other = await program('other');
    open(machine({ env: { WAYLAND_DISPLAY: 'wayland-0', PATH: join(folder, 'bin'), LUOT_CHROMIUM: other } }));
    expect((await notes()).file).toBe(other);
  });

  it.each<[string, Partial<Machine>, RegExp]>([
    ['no display', { env: { PATH: '/usr/bin' } }, /no display/u],
    ['the administrator', { userId: 0 }, /root/u],
    ['no browser', {}, /no Electron, Chromium, Chrome or Edge/u],
    [
      'a browser named that is not there',
      { env: { DISPLAY: ':0', LUOT_CHROMIUM: '/nowhere' } },
      /no Electron/u,
    ],
  ])('T4 with %s it opens nothing and says why', (_what, change, why) => {
    expect(open(machine(change))).toMatch(why);
  });

  it('T5 closing ends the browser, also one that does not want to end', async () => {
    await program('bin/chromium', "trap '' TERM\nwhile :; do sleep 1; done");
    open(machine());
    const { pid } = await notes();
    if (typeof opened === 'string') throw new Error(opened);
    expect(isRunning(pid)).toBe(true);
    await opened.close();
    expect(isRunning(pid)).toBe(false);
  });

  it.each([
    ['is closed', 'exit 0'],
    ['breaks down', 'kill -SEGV $$'],
  ])('T5 it is known when the window %s', async (_what, then) => {
    await program('bin/chromium', then);
    const kiosk = open(machine());
    if (typeof kiosk === 'string') throw new Error(kiosk);
    await kiosk.closed;
    await kiosk.close();
  });

  it('T5 a browser that cannot be started counts as closed', async () => {
    await mkdir(join(folder, 'bin/chromium'), { recursive: true });
    const kiosk = open(machine());
    if (typeof kiosk === 'string') throw new Error(kiosk);
    await kiosk.closed;
    await kiosk.close();
  });
});

describe('the kiosk’s address', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '127.0.0.1'],
    ['::', '[::1]'],
    ['192.168.1.10', '192.168.1.10'],
  ])('T6 a server that listens on %s is reached at %s', (listening, reached) => {
    expect(nameOf(listening)).toBe(reached);
  });

  it.each([
    ['http://127.0.0.1:8085', false],
    ['http://[::1]:8085', false],
    ['http://192.168.1.10:8085', true],
    ['https://192.168.1.10:8085', false],
  ])('T6 at %s the camera needs an exception: %s', (address, needed) => {
    const exception = `--unsafely-treat-insecure-origin-as-secure=${address}`;
    expect(kioskFlags(address, 'profile', null).includes(exception)).toBe(needed);
  });
});
