import { app } from 'electron';
import type { BrowserWindow, Details } from 'electron';
import { serverName } from './embedded.ts';
import { scannerName } from './scanner.ts';
import { log } from './log.ts';
import type { Event, Reaction, Watch } from '../../shared/domain/watchdog.ts';
import { react, startOfWatch } from '../../shared/domain/watchdog.ts';
import { load } from './window.ts';

/** Chromium's code for a load that something newer has replaced. */
const aborted = -3;

/** A page that says that it is alive does so every minute. */
const silenceMs = 180_000;

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

/** A window that is to be there always. */
export type Kept = {
  /** For the log. */
  readonly name: string;
  /** Opens it and starts loading its page. */
  readonly open: () => BrowserWindow;
  /** What it shows. */
  readonly url: string;
  /** Whether its page says that it is alive, by `beat`. */
  readonly beats: boolean;
  /** Whether nobody must be able to close it. */
  readonly installed: boolean;
};

export type Keeper = {
  /** The window there is at the moment; null between the end of one and the opening of the next. */
  readonly window: () => BrowserWindow | null;
  readonly counts: () => Watch['counts'];
  /** The page says that it is alive. */
  readonly beat: () => void;
  /** Closes the window, for good. */
  readonly stop: () => void;
};

/**
 * Opens a window and brings it back whenever it fails, by the rules of `watchdog.ts`, until the application quits. Every
 * event is logged with how often it has happened and what is done about it.
 */
export function keepAlive({ name, open, url, beats, installed }: Kept): Keeper {
  let watch = startOfWatch;
  let window: BrowserWindow | null = null;
  let ended = false;
  let repair: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;
  let silence: NodeJS.Timeout | undefined;

  const beat = (): void => {
    clearTimeout(silence);
    if (beats && !ended) silence = setTimeout(() => report({ kind: 'silent' }), silenceMs);
  };
  const reopen = (): void => {
    const old = window;
    const opened = open();
    window = opened;
    opened.on('close', (event) => {
      if (installed && !ended) event.preventDefault();
    });
    // A window that has been replaced says no more that matters.
    listen(opened, (event) => {
      if (window === opened) report(event);
    });
    old?.destroy();
  };
  const mend = (reaction: Reaction): void => {
    if (reaction.kind === 'reload' && window !== null) load(window, url);
    else reopen();
    beat();
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
        clearTimeout(silence);
        clearTimeout(repair);
        repair = setTimeout(() => mend(reaction), reaction.afterMs);
    }
  };
  const report = (event: Event): void => {
    if (ended) return;
    if (event.kind === 'closed') window = null;
    const { watch: next, reaction } = react(watch, event, performance.now());
    watch = next;
    const times = next.counts[event.kind] ?? 0;
    log('watchdog', { window: name, ...event, times, reaction: reaction.kind });
    carryOut(reaction);
  };
  const helperGone = (_event: unknown, { type, reason, name: helper }: Details): void => {
    // The graphics process ends by itself when the screen or the driver changes; the server has its own keeper.
    if (reason === 'clean-exit' || helper === serverName || helper === scannerName) return;
    report(
      type === 'GPU' ? { kind: 'graphicsGone', reason } : { kind: 'helperGone', reason: helper ?? type },
    );
  };
  const end = (): void => {
    ended = true;
    for (const timer of [repair, patience, silence]) clearTimeout(timer);
    app.off('child-process-gone', helperGone);
    app.off('before-quit', end);
  };

  app.on('child-process-gone', helperGone);
  app.on('before-quit', end);
  reopen();
  beat();
  return {
    window: () => window,
    counts: () => watch.counts,
    beat,
    stop: () => {
      end();
      window?.destroy();
      window = null;
    },
  };
}
