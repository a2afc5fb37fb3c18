import { expect, test } from 'vitest';
import { readPrinter, readServer } from '../../../kiosk/main/arguments.ts';

test.each([
  [['electron', '.', '--server=http://127.0.0.1:8085'], 'http://127.0.0.1:8085'],
  [['luot', '--server=http://192.168.1.10:8085/'], 'http://192.168.1.10:8085'],
  [['luot', '--server=HTTPS://Server.Office:443'], 'https://server.office'],
  [['luot', '--server=http://[::1]:8085'], 'http://[::1]:8085'],
  [['luot', '--server=http://old:1', '--server=http://new:2'], 'http://new:2'],
  [['luot', '--disable-gpu'], 'http://127.0.0.1:8085'],
])('EL1 %j means %s', (argv, server) => {
  expect(readServer(argv)).toEqual({ ok: true, value: server });
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
  const read = readServer(['luot', `--server=${address}`]);
  expect(read).toEqual({ ok: false, error: expect.stringContaining(`--server=${address}`) as string });
});

test.each([
  [['luot', '--printer=EPSON TM-T82'], 'EPSON TM-T82'],
  [['luot', '--printer=old', '--printer=new'], 'new'],
  [['luot', '--printer='], null],
  [['luot'], null],
])('PA46 %j prints on %s', (argv, printer) => {
  expect(readPrinter(argv)).toBe(printer);
});
