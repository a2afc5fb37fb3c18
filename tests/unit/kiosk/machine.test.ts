import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../kiosk/bridge.ts';
import type { Sources } from '../../../kiosk/renderer/effects/machine.ts';
import { startMachine } from '../../../kiosk/renderer/effects/machine.ts';
import { wellKiosk } from '../../server/screens.ts';

const { threads: _ofPage, camera: _sees, ...vitals } = wellKiosk;
const health = vi.fn<Bridge['health']>(async () => vitals);
const send = vi.fn<(name: string, input: object) => Promise<object>>(async () => ({ ok: true, value: {} }));
let own = { camera: 0, worker: 0 };
let camera: 'on' | 'off' = 'on';
let line = 'live';

const sources = (isIdle = true) =>
  ({
    link: { state: () => ({ kind: line }), send },
    isIdle: () => isIdle,
    faults: () => own,
    camera: () => camera,
  }) as unknown as Sources;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { crossOriginIsolated: true });
  health.mockClear();
  send.mockClear();
  own = { camera: 0, worker: 0 };
  camera = 'on';
  line = 'live';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
const told = () => send.mock.calls.map(([name, input]) => [name, input]);

test('EL31 the shell hears each minute that the page is alive, also while the server does not know the kiosk', async () => {
  const machine = startMachine({ health });
  await minutes(2);
  const end = machine.follow(sources(false));
  await minutes(1);
  end();
  await minutes(1);
  expect(health.mock.calls.map(([said]) => said.idle)).toEqual([true, true, false, true]);
  expect(send).toHaveBeenCalledTimes(1);
});

test('EL31 the server hears how the machine fares within a minute, then every five, and when something happened', async () => {
  startMachine({ health }).follow(sources());
  await minutes(1);
  const faults = { ...vitals.faults, ...own };
  expect(told()).toEqual([['device:health', { health: { ...vitals, faults, threads: true, camera: 'on' } }]]);
  await minutes(4);
  expect(send).toHaveBeenCalledTimes(1);
  await minutes(1);
  expect(send).toHaveBeenCalledTimes(2);
  own = { camera: 1, worker: 0 };
  await minutes(1);
  expect(send.mock.lastCall?.[1]).toMatchObject({ health: { faults: { ...faults, camera: 1 } } });
  expect(send).toHaveBeenCalledTimes(3);
  camera = 'off';
  await minutes(1);
  expect(send.mock.lastCall?.[1]).toMatchObject({ health: { camera: 'off' } });
});

test('EL31 while the line is cut nothing is said, and at the next beat after it', async () => {
  line = 'cut';
  startMachine({ health }).follow(sources());
  await minutes(3);
  expect(send).not.toHaveBeenCalled();
  line = 'live';
  await minutes(1);
  expect(send).toHaveBeenCalledTimes(1);
});

test('EL31 an ordinary browser tells what it knows: how long, the camera, the worker, its threads', async () => {
  vi.stubGlobal('window', { crossOriginIsolated: false });
  own = { camera: 2, worker: 1 };
  startMachine(null).follow(sources());
  await minutes(1);
  expect(send.mock.lastCall?.[1]).toMatchObject({
    health: {
      version: null,
      threads: false,
      diskFreeBytes: null,
      temperatureC: null,
      faults: { camera: 2, worker: 1, page: 0, server: 0 },
    },
  });
});

test('EL31 a shell that does not answer once is asked again', async () => {
  health.mockRejectedValueOnce(new Error('gone'));
  startMachine({ health }).follow(sources());
  await minutes(2);
  expect([health.mock.calls.length, send.mock.calls.length]).toEqual([2, 1]);
});
