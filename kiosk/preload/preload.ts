import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../bridge.ts';
import { callNames, calls, channelOf, factNames, facts } from '../bridge.ts';

/**
 * Runs sandboxed before the page and gives it `window.luot`, and nothing else: neither IPC nor Node can be reached from
 * the page. Fails, so that the page has no bridge at all, if the shell's facts do not fit the table.
 */
const told = factNames.map((name) => [name, facts[name].parse(ipcRenderer.sendSync(channelOf(name)))]);

const asks = callNames.map((name) => [
  name,
  async (input: unknown) => calls[name].output.parse(await ipcRenderer.invoke(channelOf(name), input)),
]);

contextBridge.exposeInMainWorld('luot', Object.fromEntries([...told, ...asks]) as Bridge);
