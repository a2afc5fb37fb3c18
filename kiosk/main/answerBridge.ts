import { ipcMain } from 'electron';
import type { WebFrameMain } from 'electron';
import type { Bridge } from '../bridge.ts';
import { bridge, bridgeNames, channelOf } from '../bridge.ts';
import { isOwnPage } from './page.ts';

const isOwnFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url);

/**
 * Answers the preload script's questions, one channel for each row of the bridge's table. Any frame but the kiosk
 * page's own main frame gets null, which the preload script refuses.
 */
export function answerBridge(facts: Bridge): void {
  for (const name of bridgeNames) {
    const value = bridge[name].value.parse(facts[name]);
    ipcMain.on(channelOf(name), (event) => {
      // The frame waits for this value: it must be set in every case.
      event.returnValue = isOwnFrame(event.senderFrame) ? value : null;
    });
  }
}
