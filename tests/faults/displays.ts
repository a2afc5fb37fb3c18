import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { Screen } from '../../shared/contract/protocol.ts';
import { protocolVersion, reconnect, viewEvent } from '../../shared/contract/protocol.ts';
import type { Stamped } from '../../shared/contract/views.ts';

/** A screen that comes back by itself, as `shared/link` does, and remembers when it was shown what. */
export type Display = {
  readonly name: string;
  readonly socket: Socket;
  readonly latest: () => Stamped<Screen> | null;
  /** When the latest view came, by `performance.now()`. */
  readonly at: () => number;
};

/** Opens a screen of the server's own machine. @param auth which, as in the handshake. */
export function openDisplay(
  url: string,
  auth: { readonly screen: Screen; readonly counterNumber?: number },
  headers: Readonly<Record<string, string>> = {},
): Display {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: protocolVersion, ...auth },
    extraHeaders: headers,
    reconnectionDelay: reconnect.delayMs,
    reconnectionDelayMax: reconnect.maxDelayMs,
    timeout: 4_000,
  });
  let latest: Stamped<Screen> | null = null;
  let at = 0;
  socket.on(viewEvent, (view: Stamped<Screen>) => {
    latest = view;
    at = performance.now();
  });
  return {
    name: `${auth.screen} ${auth.counterNumber ?? ''}`.trim(),
    socket,
    latest: () => latest,
    at: () => at,
  };
}

/** Waits until it is so; false if it is not within so many ms. */
export async function comesTrue(isSo: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return true;
}

/**
 * Waits until every display shows a view of another life of the server than `epoch`.
 * @returns when the last of them did, by `performance.now()`; null if one does not within a minute.
 */
export async function allBack(displays: readonly Display[], epoch: string): Promise<number | null> {
  const isBack = (display: Display): boolean => (display.latest()?.epoch ?? epoch) !== epoch;
  const back = await comesTrue(() => displays.every(isBack), 60_000);
  return back ? Math.max(...displays.map(({ at }) => at())) : null;
}

/** What a display shows, but for the waits that are foretold anew with every view. */
const shownBy = (display: Display): string =>
  JSON.stringify(display.latest()?.data, (key, value: unknown) => (key === 'wait' ? undefined : value));

/** The displays that do not show what a screen that comes anew is shown. */
export const notLike = (displays: readonly Display[], fresh: Display): string[] =>
  displays
    .filter((display) => shownBy(display) !== shownBy(fresh))
    .map(({ name }) => `the ${name} shows something else`);
