import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kioskFlags } from '../../server/launch/openKiosk.ts';

const script = join(import.meta.dirname, '../../server/launch/chromium.ts');
/** Runs it where there is no display. */
function run(...args: string[]) {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env });
}

it.each([
  ['--server=nowhere', '--server=nowhere must be an http or https address'],
  ['--server=http://server:8085/kiosk/', 'must be an http or https address'],
  ['--server=ftp://server', 'must be an http or https address'],
  ['--colour', "Unknown option '--colour'"],
])('EL25 npm run kiosk:chromium -- %s ends with one line and exit code 2', (flag, line) => {
  const { status, stderr } = run(flag);
  expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toContain(line);
});

it.skipIf(process.platform !== 'linux')('EL25 without a display it says so', () => {
  const { status, stderr } = run();
  expect([status, stderr]).toEqual([2, 'The kiosk is not opened: this machine has no display.\n']);
});

it('EL25 it can neither be pinched nor asked anything, and takes the key that it was given', () => {
  const flags = kioskFlags('https://192.168.1.10:8085', 'profile', 'HjHF=');
  expect(flags).toEqual(
    expect.arrayContaining([
      '--kiosk',
      '--app=https://192.168.1.10:8085/kiosk/',
      '--user-data-dir=profile',
      '--disable-pinch',
      '--autoplay-policy=no-user-gesture-required',
      '--ignore-certificate-errors-spki-list=HjHF=',
    ]),
  );
});
