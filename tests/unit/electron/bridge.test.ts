import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../kiosk/bridge.ts';
import { bridgeNames, channelOf } from '../../../kiosk/bridge.ts';
import { answerBridge } from '../../../kiosk/main/answerBridge.ts';
import { contextBridge, ipcMain, ipcRenderer } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const facts: Bridge = { serverUrl: 'http://127.0.0.1:8085', version: '1.2.3' };
const ownFrame = { url: 'app://kiosk/', parent: null };

/** What a frame gets that asks on a channel. */
function ask(channel: string, senderFrame: object | null): unknown {
  const event = { senderFrame, returnValue: undefined as unknown };
  ipcMain.emit(channel, event);
  return event.returnValue;
}

beforeEach(() => {
  ipcMain.removeAllListeners();
  ipcRenderer.sendSync.mockReset();
  contextBridge.exposeInMainWorld.mockReset();
  vi.resetModules();
});

test('EL9 the shell answers exactly the rows of the table', () => {
  answerBridge(facts);
  expect(ipcMain.eventNames()).toEqual(bridgeNames.map(channelOf));
  for (const name of bridgeNames) expect(ask(channelOf(name), ownFrame)).toBe(facts[name]);
});

test.each<[string, object | null]>([
  ['a frame that is gone', null],
  ['a frame inside the page', { url: 'app://kiosk/', parent: ownFrame }],
  ['another page', { url: 'http://127.0.0.1:8085/kiosk/', parent: null }],
  ['another host', { url: 'app://kiosk.evil/', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
])('EL9 %s learns nothing', (_name, frame) => {
  answerBridge(facts);
  for (const name of bridgeNames) expect(ask(channelOf(name), frame)).toBeNull();
});

test.each([
  [{ serverUrl: 'ftp://server', version: '1.2.3' }, 'Invalid URL'],
  [{ serverUrl: 'http://127.0.0.1:8085', version: '' }, 'Too small'],
])('EL9 the shell does not start with facts that do not fit the table: %j', (wrong, message) => {
  expect(() => answerBridge(wrong)).toThrow(message);
});

const runPreload = () => import('../../../kiosk/preload/preload.ts');

test('EL9 the preload script gives the page window.luot and nothing else', async () => {
  answerBridge(facts);
  ipcRenderer.sendSync.mockImplementation((channel) => ask(channel, ownFrame));
  await runPreload();
  expect(contextBridge.exposeInMainWorld.mock.calls).toEqual([['luot', facts]]);
});

test.each([null, undefined, 7, 'nowhere'])(
  'EL9 the answer %j leaves the page without a bridge',
  async (wrong) => {
    ipcRenderer.sendSync.mockReturnValue(wrong);
    await expect(runPreload()).rejects.toThrow('Invalid');
    expect(contextBridge.exposeInMainWorld).not.toHaveBeenCalled();
  },
);
