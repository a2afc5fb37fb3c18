import { expect, test } from 'vitest';
import { readArguments } from '../../../kiosk/main/arguments.ts';

test.each([
  [['electron', '.', '--server=http://127.0.0.1:8085'], 'http://127.0.0.1:8085'],
  [['luot', '--server=http://192.168.1.10:8085/'], 'http://192.168.1.10:8085'],
  [['luot', '--server=HTTPS://Server.Office:443'], 'https://server.office'],
  [['luot', '--server=http://[::1]:8085'], 'http://[::1]:8085'],
  [['luot', '--server=http://old:1', '--server=http://new:2'], 'http://new:2'],
  [['luot', '--disable-gpu'], 'http://127.0.0.1:8085'],
])('EL1 %j means %s', (argv, server) => {
  expect(readArguments(argv, false)).toMatchObject({ ok: true, value: { serverUrl: server, inside: null } });
});

test.each([
  '',
  'here',
  '127.0.0.1:8085',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'app://kiosk',
  'http://user:word@server:8085',
  'http://server:8085/kiosk/',
  'http://server:8085/?a=b',
  'http://server:8085/#a',
  'http://server:99999',
])('EL1 --server=%s is refused by name', (address) => {
  const read = readArguments(['luot', `--server=${address}`], true);
  expect(read).toEqual({ ok: false, error: expect.stringContaining(`--server=${address}`) as string });
});

test.each([
  [['luot', '--printer=EPSON TM-T82'], 'EPSON TM-T82'],
  [['luot', '--printer=old', '--printer=new'], 'new'],
  [['luot', '--printer='], null],
  [['luot'], null],
])('PA46 %j prints on %s', (argv, printer) => {
  expect(readArguments(argv, true)).toMatchObject({ value: { printer } });
});

test.each([
  [['luot'], 'http://127.0.0.1:8085', { host: '127.0.0.1', tls: false }],
  [['luot', '--host=0.0.0.0', '--tls'], 'https://127.0.0.1:8085', { host: '0.0.0.0', tls: true }],
])('EL28 an installed shell that is told of no server runs it inside: %j', (argv, serverUrl, inside) => {
  expect(readArguments(argv, true)).toMatchObject({ value: { serverUrl, inside } });
});

const digest = 'ab'.repeat(32);
test.each([
  ['--restart-at=03:30', { restartAt: { hour: 3, minute: 30 } }],
  [`--fingerprint=${digest.toUpperCase()}`, { fingerprint: digest }],
  [`--fingerprint=${Array.from({ length: 32 }, () => 'AB').join(':')}`, { fingerprint: digest }],
  ['--updates=/mnt/office', { updates: '/mnt/office' }],
  ['--set-pin=482913', { setPin: '482913' }],
  ['--scanner=/dev/ttyACM0', { scanner: '/dev/ttyACM0' }],
  [
    '--scanner=/dev/serial/by-id/usb-Honeywell_1900:0-if00',
    { scanner: '/dev/serial/by-id/usb-Honeywell_1900:0-if00' },
  ],
  ['--scanner=com12', { scanner: 'com12' }],
  ['--scanner=', { scanner: null }],
])('EL1 %s is understood', (flag, value) => {
  expect(readArguments(['luot', flag], true)).toMatchObject({ ok: true, value });
});

test.each([
  ['--restart-at=24:00', '--restart-at=24:00'],
  ['--restart-at=3.30', '--restart-at=3.30'],
  ['--fingerprint=abc', '--fingerprint=abc'],
  ['--scanner=ttyACM0', '--scanner=ttyACM0'],
  ['--scanner=COM', '--scanner=COM'],
  ['--set-pin=1234', '6 to 12 digits'],
  ['--set-pin=12345a', '6 to 12 digits'],
])('EL1 %s is refused by name', (flag, what) => {
  expect(readArguments(['luot', flag], true)).toEqual({
    ok: false,
    error: expect.stringContaining(what) as string,
  });
});
