import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runServer } from '../../../kiosk/main/embedded.ts';
import type { FakeProcess } from './electronStandIn.ts';
import { app, net, utilityProcess } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const { fork } = utilityProcess;
const newest = (): FakeProcess => fork.mock.results.at(-1)?.value as FakeProcess;
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  fork.mockClear();
  app.removeAllListeners();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const start = () => runServer('server.cjs', ['--data', 'own/data'], 'http://127.0.0.1:8085');

test('EL28 the server runs in a process of its own', () => {
  start();
  expect(fork.mock.calls).toEqual([
    ['server.cjs', ['--data', 'own/data'], { serviceName: 'Lượt server', stdio: 'inherit' }],
  ]);
});

test('EL28 it is started again whenever it ends, each time after twice as long, up to a minute', () => {
  const { ends } = start();
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    const before = fork.mock.calls.length;
    newest().emit('exit', 1);
    let wait = 0;
    while (fork.mock.calls.length === before) {
      pass(1_000);
      wait += 1;
    }
    waits.push(wait);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(ends()).toBe(8);
});

test('EL28 after ten good minutes the next end is a new trouble', () => {
  start();
  for (const wait of [1_000, 2_000]) {
    newest().emit('exit', 1);
    pass(wait);
  }
  pass(10 * 60_000);
  newest().emit('exit', 1);
  pass(1_000);
  expect(fork).toHaveBeenCalledTimes(4);
});

test('EL28 it ends with the shell, and is not started again', () => {
  const { ends } = start();
  app.emit('before-quit');
  expect(newest().kill).toHaveBeenCalledTimes(1);
  newest().emit('exit', 0);
  pass(120_000);
  expect([fork.mock.calls.length, ends()]).toEqual([1, 0]);
});

test('AP54 a server that lives but no longer answers is ended, and so started again; a slow start is not', async () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const answers = (isThere: boolean): void =>
    void net.fetch.mockImplementation(() =>
      isThere ? Promise.resolve(new Response('{}')) : Promise.reject(new Error('no answer')),
    );
  const halfMinutes = (n: number): Promise<unknown> => vi.advanceTimersByTimeAsync(n * 30_000);
  start();
  answers(false);
  await halfMinutes(10);
  expect(kill).not.toHaveBeenCalled();
  answers(true);
  await halfMinutes(1);
  expect(net.fetch.mock.lastCall?.[0]).toBe('http://127.0.0.1:8085/healthz');
  answers(false);
  await halfMinutes(2);
  answers(true);
  await halfMinutes(1);
  answers(false);
  await halfMinutes(2);
  expect(kill).not.toHaveBeenCalled();
  await halfMinutes(1);
  expect(kill.mock.calls).toEqual([[newest().pid, 'SIGKILL']]);
  // It is starting again: not expected to answer yet.
  newest().emit('exit', 9);
  await halfMinutes(6);
  expect(kill).toHaveBeenCalledTimes(1);
});
