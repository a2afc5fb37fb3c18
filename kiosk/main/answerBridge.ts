import type { z } from 'zod';
import { ipcMain } from 'electron';
import type { BrowserWindow, WebFrameMain } from 'electron';
import type { Calls, Facts, News, news } from '../bridge.ts';
import { callNames, calls, channelOf, factNames, facts } from '../bridge.ts';
import { isOwnPage } from './page.ts';

const isOwnFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url);

/**
 * Answers the preload script, one channel for each row of the bridge's table. Any frame but the kiosk page's own main
 * frame gets null for a fact, which the preload script refuses, and has its calls refused.
 */
export function answerBridge(told: Facts, done: Calls): void {
  for (const name of factNames) {
    const value = facts[name].parse(told[name]);
    ipcMain.on(channelOf(name), (event) => {
      // The frame waits for this value: it must be set in every case.
      event.returnValue = isOwnFrame(event.senderFrame) ? value : null;
    });
  }
  for (const name of callNames)
    ipcMain.handle(channelOf(name), (event, input: unknown) => {
      if (!isOwnFrame(event.senderFrame)) throw new Error('only the kiosk page may ask this');
      // The same row's own input, which the types cannot follow through the table.
      return (done[name] as (parsed: unknown) => unknown)(calls[name].input.parse(input));
    });
}

/** Tells the kiosk's page what happened; another page, or none, is told nothing. */
export function tellPage<N extends keyof News>(
  window: BrowserWindow | null,
  name: N,
  said: z.output<(typeof news)[N]>,
): void {
  if (window !== null && isOwnPage(window.webContents.getURL()))
    window.webContents.send(channelOf(name), said);
}
