import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../bridge.ts';
import { bridge, bridgeNames, channelOf } from '../bridge.ts';

/**
 * Runs sandboxed before the page and gives it `window.luot`, and nothing else: neither IPC nor Node can be reached from
 * the page. Fails, so that the page has no bridge at all, if the shell's answer does not fit the table.
 */
const facts = bridgeNames.map((name) => [
  name,
  bridge[name].value.parse(ipcRenderer.sendSync(channelOf(name))),
]);

contextBridge.exposeInMainWorld('luot', Object.fromEntries(facts) as Bridge);
