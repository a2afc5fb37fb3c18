import { beforeEach, expect, test, vi } from 'vitest';
import type { Calls, Facts } from '../../../kiosk/bridge.ts';
import { callNames, channelOf, factNames } from '../../../kiosk/bridge.ts';
import { answerBridge } from '../../../kiosk/main/answerBridge.ts';
import type { IpcHandler } from './electronStandIn.ts';
import { contextBridge, ipcMain, ipcRenderer } from './electronStandIn.ts';

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
    ['luot', { ...facts, ...Object.fromEntries(callNames.map((name) => [name, expect.any(Function)])) }],
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
