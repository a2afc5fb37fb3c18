import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type { Bridge } from '../bridge.ts';
import { callNames, calls, channelOf, factNames, facts, news, newsNames } from '../bridge.ts';

/**
 * Runs sandboxed before the page and gives it `window.luot`, and nothing else: neither IPC nor Node can be reached from
 * the page. Fails, so that the page has no bridge at all, if the shell's facts do not fit the table.
 */
const told = factNames.map((name) => [name, facts[name].parse(ipcRenderer.sendSync(channelOf(name)))]);

const asks = callNames.map((name) => [
  name,
  async (input: unknown) => calls[name].output.parse(await ipcRenderer.invoke(channelOf(name), input)),
]);

const hears = newsNames.map((name) => [
  name,
  (hear: (said: string) => void) => {
    const listen = (_event: IpcRendererEvent, said: unknown): void => hear(news[name].parse(said));
    ipcRenderer.on(channelOf(name), listen);
    return () => void ipcRenderer.off(channelOf(name), listen);
  },
]);

contextBridge.exposeInMainWorld('luot', Object.fromEntries([...told, ...asks, ...hears]) as Bridge);
