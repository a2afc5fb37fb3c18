import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { log } from './log.ts';
import type { Event, Reaction } from '../../shared/domain/watchdog.ts';
import { react, startOfWatch } from '../../shared/domain/watchdog.ts';
import { load } from './window.ts';

/** Chromium's code for a load that something newer has replaced. */
const aborted = -3;

function listen(window: BrowserWindow, report: (event: Event) => void): void {
  const contents = window.webContents;
  contents.on('render-process-gone', (_event, { reason }) => report({ kind: 'pageGone', reason }));
  contents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) report({ kind: 'notLoaded', reason });
  });
  contents.on('preload-error', (_event, _path, error) =>
    report({ kind: 'preloadFailed', reason: error.message }),
  );
  contents.on('unresponsive', () => report({ kind: 'unresponsive' }));
  contents.on('responsive', () => report({ kind: 'responsive' }));
  window.on('closed', () => report({ kind: 'closed' }));
}

/**
 * Opens the kiosk's window and brings it back whenever it fails, by the rules of `watchdog.ts`, until the application
 * quits. Every event is logged with how often it has happened and what is done about it.
 *
 * @param open Opens a window and starts loading the page in it.
 * @param installed Whether the visitor must not be able to close the window.
 * @returns the window there is at the moment; null between the end of one and the opening of the next.
 */
export function keepAlive(open: () => BrowserWindow, installed: boolean): () => BrowserWindow | null {
  let watch = startOfWatch;
  let window: BrowserWindow | null = null;
  let quitting = false;
  let repair: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;

  const reopen = (): void => {
    const old = window;
    const opened = open();
    window = opened;
    opened.on('close', (event) => {
      if (installed && !quitting) event.preventDefault();
    });
    // A window that has been replaced says no more that matters.
    listen(opened, (event) => {
      if (window === opened) report(event);
    });
    old?.destroy();
  };
  const mend = (reaction: Reaction): void => {
    if (reaction.kind === 'reload' && window !== null) load(window);
    else reopen();
  };
  const carryOut = (reaction: Reaction): void => {
    switch (reaction.kind) {
      case 'goOn':
        return;
      case 'giveTime':
        clearTimeout(patience);
        patience = setTimeout(() => report({ kind: 'hung' }), reaction.afterMs);
        return;
      case 'takeBackTime':
        clearTimeout(patience);
        return;
      case 'endPage':
        window?.webContents.forcefullyCrashRenderer();
        return;
      case 'reload':
      case 'reopen':
        clearTimeout(patience);
        clearTimeout(repair);
        repair = setTimeout(() => mend(reaction), reaction.afterMs);
    }
  };
  const report = (event: Event): void => {
    if (quitting) return;
    if (event.kind === 'closed') window = null;
    const { watch: next, reaction } = react(watch, event, performance.now());
    watch = next;
    log('watchdog', { ...event, times: next.counts[event.kind] ?? 0, reaction: reaction.kind });
    carryOut(reaction);
  };

  app.on('child-process-gone', (_event, { type, reason, name }) => {
    // It ends by itself when the screen or the driver changes, and is replaced.
    if (reason === 'clean-exit') return;
    report(type === 'GPU' ? { kind: 'graphicsGone', reason } : { kind: 'helperGone', reason: name ?? type });
  });
  app.on('before-quit', () => {
    quitting = true;
    clearTimeout(patience);
    clearTimeout(repair);
  });
  reopen();
  return () => window;
}
