import type { BrowserWindow as RealWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAlive } from '../../../kiosk/main/keepAlive.ts';
import { app, BrowserWindow, prevented } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const open = () => new BrowserWindow({ kiosk: true, webPreferences: {} }) as unknown as RealWindow;
/** As the kiosk's window is kept; its page says nothing, unless a test does. */
const keep = (installed: boolean, beats = false) =>
  keepAlive({ name: 'kiosk', open, url: 'app://kiosk/', beats, installed });
/** The windows opened so far, and the newest. */
const { opened } = BrowserWindow;
const newest = (): BrowserWindow => opened.at(-1) as BrowserWindow;
let said: Record<string, unknown>[] = [];

beforeEach(() => {
  opened.length = 0;
  said = [];
  app.removeAllListeners();
  vi.useFakeTimers();
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    said.push(JSON.parse(String(line)) as Record<string, unknown>);
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const crash = (window: BrowserWindow) =>
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
const pass = (ms: number) => vi.advanceTimersByTime(ms);

test.each<[string, () => unknown]>([
  ['a crash', () => crash(newest())],
  [
    'a failed load',
    () => newest().webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'app://kiosk/', true),
  ],
  ['a failed preload', () => newest().webContents.emit('preload-error', {}, 'preload.cjs', new Error('no'))],
  ['a lost GPU', () => app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 })],
])('EL15 after %s the page is loaded again, once, after a second', (_name, happen) => {
  keep(true);
  happen();
  pass(999);
  expect(newest().loadURL).not.toHaveBeenCalled();
  pass(1);
  expect(newest().loadURL.mock.calls).toEqual([['app://kiosk/']]);
  pass(3_600_000);
  expect(newest().loadURL).toHaveBeenCalledTimes(1);
  expect(opened).toHaveLength(1);
});

test.each<[string, () => unknown]>([
  [
    'an aborted load',
    () => newest().webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://kiosk/', true),
  ],
  [
    'a frame that fails',
    () => newest().webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'about:blank', false),
  ],
  [
    'a GPU process that ends by itself',
    () => app.emit('child-process-gone', {}, { type: 'GPU', reason: 'clean-exit' }),
  ],
])('EL15 %s is no failure', (_name, happen) => {
  keep(true);
  happen();
  pass(60_000);
  expect([newest().loadURL.mock.calls, said]).toEqual([[], []]);
});

test('EL15 at the third failure the window is made anew and the old one destroyed', () => {
  const { window: current } = keep(true);
  const first = newest();
  for (const wait of [1000, 2000, 4000]) {
    crash(first);
    pass(wait);
  }
  expect(opened).toHaveLength(2);
  expect(first.destroy).toHaveBeenCalledTimes(1);
  expect(current()).toBe(newest());
  pass(3_600_000);
  expect(opened).toHaveLength(2);
});

test('EL15 a window that was closed is opened again', () => {
  const { window: current } = keep(true);
  newest().emit('closed');
  expect(current()).toBeNull();
  pass(1000);
  expect(opened).toHaveLength(2);
  expect(current()).toBe(newest());
});

test('EL15 a second failure while the first repair waits leads to one repair', () => {
  keep(true);
  crash(newest());
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
  pass(60_000);
  expect(newest().loadURL).toHaveBeenCalledTimes(1);
});

test('EL15 a page that becomes responsive does not take back a repair', () => {
  keep(true);
  crash(newest());
  newest().webContents.emit('responsive');
  pass(1000);
  expect(newest().loadURL).toHaveBeenCalledTimes(1);
});

test('EL17 a page that does not respond is ended after 10 s, then loaded again', () => {
  keep(true);
  const { webContents } = newest();
  webContents.emit('unresponsive');
  pass(9_999);
  expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  pass(1);
  expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(1);
  crash(newest());
  pass(1000);
  expect(newest().loadURL).toHaveBeenCalledTimes(1);
});

test('EL17 a page that responds again is left alone', () => {
  keep(true);
  const { webContents } = newest();
  webContents.emit('unresponsive');
  pass(9_000);
  webContents.emit('responsive');
  pass(60_000);
  expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
});

test('EL18 each event is one line with its count and the reaction', () => {
  keep(true);
  app.emit('child-process-gone', {}, { type: 'Utility', reason: 'crashed', name: 'Video Capture' });
  crash(newest());
  crash(newest());
  expect(said).toMatchObject([
    { event: 'watchdog', kind: 'helperGone', reason: 'Video Capture', times: 1, reaction: 'goOn' },
    { event: 'watchdog', kind: 'pageGone', reason: 'crashed', times: 1, reaction: 'reload' },
    { event: 'watchdog', kind: 'pageGone', reason: 'crashed', times: 2, reaction: 'reload' },
  ]);
});

test('EL19 a window that was replaced causes nothing', () => {
  keep(true);
  const first = newest();
  first.emit('closed');
  pass(1000);
  crash(first);
  pass(60_000);
  expect(opened).toHaveLength(2);
  expect(newest().loadURL).not.toHaveBeenCalled();
});

test('EL19 nothing is repaired once the shell quits', () => {
  keep(true);
  crash(newest());
  app.emit('before-quit');
  newest().emit('closed');
  pass(60_000);
  expect(opened).toHaveLength(1);
  expect(newest().loadURL).not.toHaveBeenCalled();
});

test('EL14 an installed window closes only while the shell quits; from source it may close', () => {
  keep(true);
  expect(prevented(newest(), 'close')).toBe(true);
  app.emit('before-quit');
  expect(prevented(newest(), 'close')).toBe(false);
  app.removeAllListeners();
  keep(false);
  expect(prevented(newest(), 'close')).toBe(false);
});

test('EL27 a page that says that it is alive is left alone; one that falls silent is loaded again', () => {
  const { beat, counts } = keep(true, true);
  for (let minute = 0; minute < 60; minute++) {
    pass(60_000);
    beat();
  }
  expect(newest().loadURL).not.toHaveBeenCalled();
  pass(179_999);
  expect(counts()).toEqual({});
  pass(1 + 1_000);
  expect(newest().loadURL).toHaveBeenCalledTimes(1);
  expect(counts()).toEqual({ silent: 1 });
  // It is given the same time again.
  pass(179_000);
  expect(newest().loadURL).toHaveBeenCalledTimes(1);
});

test('EL28 the end of the server inside is no fault of the page', () => {
  const { counts } = keep(true);
  for (const name of ['Lượt server', 'Lượt scanner'])
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'crashed', name });
  expect([counts(), said]).toEqual([{}, []]);
});

test('EL19 a window that is no longer wanted is closed for good', () => {
  const { stop, window } = keep(true);
  crash(newest());
  stop();
  pass(60_000);
  expect([opened.length, newest().destroy.mock.calls.length, window()]).toEqual([1, 1, null]);
  expect(app.listenerCount('child-process-gone')).toBe(0);
});
