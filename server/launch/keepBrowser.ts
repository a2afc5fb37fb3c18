import type { Event, Reaction, Watch } from '../../shared/domain/watchdog.ts';
import { react, startOfWatch } from '../../shared/domain/watchdog.ts';
import type { PageNews } from './devTools.ts';

/** A browser that shows the kiosk. */
export type Browser = {
  /** Asks the page whether it is alive. */
  readonly ask: () => void;
  readonly kill: () => void;
  readonly close: () => Promise<void>;
};

export type Listener = {
  readonly news: (news: PageNews) => void;
  readonly ended: () => void;
};

/** What the watchdog has counted, for the page, which tells the office. A browser that hung ends, and is not told twice. */
export function recoveredFrom({ hung = 0, closed = 0 }: Watch['counts']): string {
  return hung + closed === 0 ? '' : `?hung=${hung}&window=${Math.max(0, closed - hung)}`;
}

type Log = (facts: Readonly<Record<string, string | number>>) => void;

const askEveryMs = 5_000;
/** The page is asked twice before its silence counts. */
const silenceMs = 12_000;

/**
 * Opens a browser and opens it again whenever it ends or its page hangs or dies, by the same rules as the Electron
 * shell's watchdog. Whatever the repair, the browser is started anew: there is no other way to trust what is on screen.
 * @param open starts the browser; it is told what has happened so far.
 * @returns the function that closes it for good.
 */
export function keepBrowser(
  open: (listener: Listener, counts: Watch['counts']) => Browser,
  log: Log,
): () => Promise<void> {
  let watch: Watch = startOfWatch;
  let browser: Browser | null = null;
  let closing = false;
  let quiet = false;
  let heardAt = 0;
  let repair: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;

  const start = (): void => {
    quiet = false;
    heardAt = performance.now();
    const listener: Listener = {
      news: (news) => browser === own && hear(news),
      ended: () => browser === own && end(),
    };
    const own = open(listener, watch.counts);
    browser = own;
  };
  const end = (): void => {
    browser = null;
    report({ kind: 'closed' });
  };
  const hear = (news: PageNews): void => {
    if (news === 'crashed') return browser?.kill();
    heardAt = performance.now();
    if (!quiet) return;
    quiet = false;
    report({ kind: 'responsive' });
  };
  const carryOut = (reaction: Reaction): void => {
    switch (reaction.kind) {
      case 'goOn':
        return;
      case 'giveTime':
        patience = setTimeout(() => report({ kind: 'hung' }), reaction.afterMs);
        return;
      case 'takeBackTime':
        clearTimeout(patience);
        return;
      case 'endPage':
        browser?.kill();
        return;
      case 'reload':
      case 'reopen':
        clearTimeout(patience);
        clearTimeout(repair);
        repair = setTimeout(start, reaction.afterMs);
    }
  };
  const report = (event: Event): void => {
    if (closing) return;
    const { watch: next, reaction } = react(watch, event, performance.now());
    watch = next;
    log({ kind: event.kind, times: next.counts[event.kind] ?? 0, reaction: reaction.kind });
    carryOut(reaction);
  };
  const asking = setInterval(() => {
    if (browser === null) return;
    browser.ask();
    if (quiet || performance.now() - heardAt < silenceMs) return;
    quiet = true;
    report({ kind: 'unresponsive' });
  }, askEveryMs);
  start();
  return async () => {
    closing = true;
    clearInterval(asking);
    clearTimeout(repair);
    clearTimeout(patience);
    await browser?.close();
  };
}
