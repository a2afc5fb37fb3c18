import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchUpdate, isNewer, readAnnouncement } from '../../../kiosk/main/announced.ts';
import { watchUpdates } from '../../../kiosk/main/update.ts';
import { announce } from '../../../server/launch/announce.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const image = 'luot-0.3.0-linux-x86_64.AppImage';
let folder = '';
let office = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-update-test-'));
  office = join(folder, 'office');
  await mkdir(join(folder, 'app/dist/kiosk-main'), { recursive: true });
  await mkdir(office);
  await writeFile(join(folder, 'app/dist/kiosk-main/update-key.pem'), key);
  await writeFile(join(folder, 'luot.AppImage'), 'the old one');
  await writeFile(join(office, image), 'the new one');
  await writeFile(join(office, 'luot-0.3.0-win-x64.exe'), 'the new one for Windows');
  await writeFile(join(office, 'luot-0.10.0-notes.txt'), 'no installer');
  await writeFile(join(office, 'luot-0.2.9-linux-x86_64.AppImage'), 'one before');
  said = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    said.push(String(line));
    return true;
  });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.9', '0.2.0', false],
])('EL38 %s after %s: %s', (version, than, newer) => {
  expect(isNewer(version, than)).toBe(newer);
});

test('EL38 what was announced is found, with a file for each kind of machine', async () => {
  expect(announce(office, secret)).toBe('0.3.0');
  const read = await readAnnouncement(office, key, '0.2.0');
  expect(read?.version).toBe('0.3.0');
  expect(Object.keys(read?.files ?? {}).toSorted()).toEqual(['linux-x64', 'win32-x64']);
  expect(read?.files['linux-x64']?.name).toBe(image);
});

test('EL38 an empty folder, the same version and an older one are nothing', async () => {
  expect(await readAnnouncement(office, key, '0.2.0')).toBeNull();
  announce(office, secret);
  expect(await readAnnouncement(office, key, '0.3.0')).toBeNull();
  expect(await readAnnouncement(office, key, '1.0.0')).toBeNull();
});

test('EL38 what was changed after it was signed, or signed by another, is refused', async () => {
  const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  announce(office, other.toString());
  expect(await readAnnouncement(office, key, '0.2.0')).toBeNull();
  announce(office, secret);
  const text = await readFile(join(office, 'luot-update.json'), 'utf8');
  await writeFile(join(office, 'luot-update.json'), text.replace('0.3.0', '0.4.0'));
  expect(await readAnnouncement(office, key, '0.2.0')).toBeNull();
  expect(said.join('')).toContain('"why":"signature"');
});

test('EL38 a file that is not the announced one is not installed, and nothing of it is kept', async () => {
  announce(office, secret);
  await writeFile(join(office, image), 'something else');
  const read = await readAnnouncement(office, key, '0.2.0');
  expect(read && (await fetchUpdate(office, join(folder, 'own'), read, 'linux-x64'))).toBeNull();
  expect(said.join('')).toContain('"why":"hash"');
  expect(existsSync(join(folder, 'own'))).toBe(false);
});

const onLinux = process.platform === 'linux' && process.arch === 'x64';
test.skipIf(!onLinux)(
  'EL38 a new version is put in the old one’s place once nobody has been there for five minutes',
  async () => {
    announce(office, secret);
    const installed = join(folder, 'luot.AppImage');
    vi.stubEnv('APPIMAGE', installed);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    let idle = false;
    const restarted = new Promise<void>((resolve) => {
      watchUpdates({
        folder: office,
        appFolder: join(folder, 'app'),
        ownFolder: join(folder, 'own'),
        version: '0.2.0',
        isIdle: () => idle,
        restart: resolve,
      });
    });
    vi.advanceTimersByTime(3_600_000);
    idle = true;
    vi.advanceTimersByTime(4 * 60_000);
    idle = false;
    vi.advanceTimersByTime(60_000);
    expect(await readFile(installed, 'utf8')).toBe('the old one');
    idle = true;
    vi.advanceTimersByTime(6 * 60_000);
    await restarted;
    expect(await readFile(installed, 'utf8')).toBe('the new one');
    expect((await stat(installed)).mode & 0o111).toBe(0o111);
  },
);

test.skipIf(process.platform === 'win32')(
  'EL38 where the system installs programs nothing is fetched, and that is said once',
  () => {
    vi.stubEnv('APPIMAGE', undefined);
    vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
    const isIdle = vi.fn<() => boolean>(() => true);
    const restart = (): void => expect.unreachable();
    watchUpdates({ folder: office, appFolder: folder, ownFolder: folder, version: '0.2.0', isIdle, restart });
    vi.advanceTimersByTime(3_600_000);
    expect([isIdle.mock.calls.length, said.length]).toEqual([0, 1]);
  },
);
