import { unreachable } from '../kernel/unreachable.ts';

/** What can happen to the kiosk's page. */
export type Event =
  /** The page's process has ended. */
  | { readonly kind: 'pageGone'; readonly reason: string }
  | { readonly kind: 'notLoaded'; readonly reason: string }
  /** The page is there, but has no `window.luot`. */
  | { readonly kind: 'preloadFailed'; readonly reason: string }
  /** The process that draws has ended. Chromium starts another, but what was on screen may stay black. */
  | { readonly kind: 'graphicsGone'; readonly reason: string }
  /** Another helper (sound, network, video capture) has ended; Chromium starts it again. */
  | { readonly kind: 'helperGone'; readonly reason: string }
  | { readonly kind: 'unresponsive' }
  | { readonly kind: 'responsive' }
  /** It did not become responsive in the time it was given. */
  | { readonly kind: 'hung' }
  /** The page has not said for long that it is alive, though it seems to respond. */
  | { readonly kind: 'silent' }
  /** The window was closed although nobody asked the kiosk to quit. */
  | { readonly kind: 'closed' };

export type EventKind = Event['kind'];

/**
 * What is to be done about it. A repair (`reload`, `reopen`) that still waits is replaced by a later one; nothing else
 * takes it back.
 */
export type Reaction =
  | { readonly kind: 'goOn' }
  /** The page is to be given this long before `hung`. */
  | { readonly kind: 'giveTime'; readonly afterMs: number }
  | { readonly kind: 'takeBackTime' }
  /** The page's process is to be ended at once; `pageGone` follows. */
  | { readonly kind: 'endPage' }
  | { readonly kind: 'reload'; readonly afterMs: number }
  | { readonly kind: 'reopen'; readonly afterMs: number };

export type Watch = {
  /** When the page failed, ms, only within the last `forgetMs`. */
  readonly failures: readonly number[];
  /** How often each thing has happened since the start. */
  readonly counts: Readonly<Partial<Record<EventKind, number>>>;
};

export const startOfWatch: Watch = { failures: [], counts: {} };

const forgetMs = 10 * 60_000;
const hangPatienceMs = 10_000;
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** From this failure on, counted within `forgetMs`, reloading has not helped and the window is made anew. */
const reopenFrom = 3;

/** Adds a failure; each one within `forgetMs` doubles the wait, so that a page that cannot run does not spin. */
function fail(watch: Watch, now: number, mustReopen: boolean): { watch: Watch; reaction: Reaction } {
  const failures = [...watch.failures.filter((at) => now - at < forgetMs), now];
  const afterMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures.length - 1));
  const kind = mustReopen || failures.length >= reopenFrom ? 'reopen' : 'reload';
  return { watch: { ...watch, failures }, reaction: { kind, afterMs } };
}

function decide(watch: Watch, event: Event, now: number): { watch: Watch; reaction: Reaction } {
  switch (event.kind) {
    case 'pageGone':
      return fail(watch, now, event.reason === 'launch-failed');
    case 'notLoaded':
    case 'preloadFailed':
    case 'graphicsGone':
    case 'silent':
      return fail(watch, now, false);
    case 'closed':
      return fail(watch, now, true);
    case 'unresponsive':
      return { watch, reaction: { kind: 'giveTime', afterMs: hangPatienceMs } };
    case 'responsive':
      return { watch, reaction: { kind: 'takeBackTime' } };
    case 'hung':
      return { watch, reaction: { kind: 'endPage' } };
    case 'helperGone':
      return { watch, reaction: { kind: 'goOn' } };
    default:
      return unreachable(event);
  }
}

/**
 * The rules by which the kiosk recovers by itself.
 *
 * @param now ms; never earlier than in the call before.
 * @returns what to do, and the watch to give with the next event.
 */
export function react(watch: Watch, event: Event, now: number): { watch: Watch; reaction: Reaction } {
  const counts = { ...watch.counts, [event.kind]: (watch.counts[event.kind] ?? 0) + 1 };
  return decide({ ...watch, counts }, event, now);
}
