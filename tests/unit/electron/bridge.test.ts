import type { BrowserWindow as RealWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge, Calls, Facts } from '../../../kiosk/bridge.ts';
import { callNames, channelOf, factNames, newsNames } from '../../../kiosk/bridge.ts';
import { answerBridge, tellPage } from '../../../kiosk/main/answerBridge.ts';
import type { IpcHandler } from './electronStandIn.ts';
import { BrowserWindow, contextBridge, ipcMain, ipcRenderer } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const facts: Facts = { serverUrl: 'http://127.0.0.1:8085', version: '1.2.3' };
const print = vi.fn<Calls['print']>(async () => 'printed');
const health = vi.fn<Calls['health']>();
const maintain = vi.fn<Calls['maintain']>();
const done: Calls = { print, health, maintain };
const paper = { png: 'data:image/png;base64,AAAA', width: 576, height: 900 };
const ownFrame = { url: 'app://kiosk/', parent: null };

/** What a frame gets that asks on a channel. */
function ask(channel: string, senderFrame: object | null): unknown {
  const event = { senderFrame, returnValue: undefined as unknown };
  ipcMain.emit(channel, event);
  return event.returnValue;
}

/** What a frame gets that calls on a channel. */
async function call(channel: string, senderFrame: object | null, input: unknown): Promise<unknown> {
  const handler: IpcHandler | undefined = ipcMain.handle.mock.calls.find(([name]) => name === channel)?.[1];
  return handler?.({ senderFrame }, input);
}

beforeEach(() => {
  ipcMain.removeAllListeners();
  ipcMain.handle.mockReset();
  print.mockClear();
  ipcRenderer.removeAllListeners();
  ipcRenderer.invoke.mockReset();
  ipcRenderer.sendSync.mockReset();
  contextBridge.exposeInMainWorld.mockReset();
  vi.resetModules();
});

test('EL9 the shell answers exactly the rows of the table', () => {
  answerBridge(facts, done);
  expect(ipcMain.eventNames()).toEqual(factNames.map(channelOf));
  expect(ipcMain.handle.mock.calls.map(([channel]) => channel)).toEqual(callNames.map(channelOf));
  for (const name of factNames) expect(ask(channelOf(name), ownFrame)).toBe(facts[name]);
});

test.each<[string, object | null]>([
  ['a frame that is gone', null],
  ['a frame inside the page', { url: 'app://kiosk/', parent: ownFrame }],
  ['another page', { url: 'http://127.0.0.1:8085/kiosk/', parent: null }],
  ['another host', { url: 'app://kiosk.evil/', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
])('EL9 %s learns nothing and has nothing done', async (_name, frame) => {
  answerBridge(facts, done);
  for (const name of factNames) expect(ask(channelOf(name), frame)).toBeNull();
  for (const name of callNames) await expect(call(channelOf(name), frame, paper)).rejects.toThrow('only');
  expect(print).not.toHaveBeenCalled();
});

test.each([
  [{ serverUrl: 'ftp://server', version: '1.2.3' }, 'Invalid URL'],
  [{ serverUrl: 'http://127.0.0.1:8085', version: '' }, 'Too small'],
])('EL9 the shell does not start with facts that do not fit the table: %j', (wrong, message) => {
  expect(() => answerBridge(wrong, done)).toThrow(message);
});

const runPreload = () => import('../../../kiosk/preload/preload.ts');

test('EL9 the preload script gives the page window.luot and nothing else', async () => {
  answerBridge(facts, done);
  ipcRenderer.sendSync.mockImplementation((channel) => ask(channel, ownFrame));
  ipcRenderer.invoke.mockImplementation((channel, input) => call(channel, ownFrame, input));
  await runPreload();
  expect(contextBridge.exposeInMainWorld.mock.calls).toEqual([
    [
      'luot',
      {
        ...facts,
        ...Object.fromEntries([...callNames, ...newsNames].map((name) => [name, expect.any(Function)])),
      },
    ],
  ]);
  const given = contextBridge.exposeInMainWorld.mock.calls[0]?.[1] as Calls;
  expect(await given.print(paper)).toBe('printed');
  expect(print.mock.calls).toEqual([[paper]]);
});

test.each([
  { ...paper, png: 'https://evil.example/' },
  { ...paper, png: 'data:image/png;base64,AA"onerror=' },
  { ...paper, height: 100_000 },
  { ...paper, deviceName: 'another' },
  null,
])('EL9 %j is not printed', async (wrong) => {
  answerBridge(facts, done);
  await expect(call(channelOf('print'), ownFrame, wrong)).rejects.toThrow('code');
  expect(print).not.toHaveBeenCalled();
});

test.each([null, undefined, 7, 'nowhere'])(
  'EL9 the answer %j leaves the page without a bridge',
  async (wrong) => {
    ipcRenderer.sendSync.mockReturnValue(wrong);
    await expect(runPreload()).rejects.toThrow('Invalid');
    expect(contextBridge.exposeInMainWorld).not.toHaveBeenCalled();
  },
);

test('ID41 the page hears of a scanned code until it listens no more, and of nothing that does not fit', async () => {
  answerBridge(facts, done);
  ipcRenderer.sendSync.mockImplementation((channel) => ask(channel, ownFrame));
  await runPreload();
  const given = contextBridge.exposeInMainWorld.mock.calls[0]?.[1] as Bridge;
  const told = vi.fn<(text: string) => void>();
  const end = given.scanned(told);
  ipcRenderer.emit(channelOf('scanned'), {}, 'a code');
  for (const wrong of ['', 7, 'x'.repeat(1_001)])
    expect(() => ipcRenderer.emit(channelOf('scanned'), {}, wrong)).toThrow('code');
  end();
  ipcRenderer.emit(channelOf('scanned'), {}, 'another');
  expect(told.mock.calls).toEqual([['a code']]);
});

test.each([
  ['app://kiosk/', [['luot:scanned', 'a code']]],
  ['', []],
  ['http://127.0.0.1:8085/kiosk/', []],
])('ID41 a window that shows "%s" is told %j', (url, sent) => {
  const window = new BrowserWindow({ kiosk: true, webPreferences: {} });
  window.webContents.getURL.mockReturnValue(url);
  tellPage(window as unknown as RealWindow, 'scanned', 'a code');
  tellPage(null, 'scanned', 'a code');
  expect(window.webContents.send.mock.calls).toEqual(sent);
});
