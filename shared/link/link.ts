import { io } from 'socket.io-client';
import { z } from 'zod';
import type { Handshake, Screen, TurnedAway } from '../contract/protocol.ts';
import { protocolVersion, reconnect, turnedAway, viewEvent } from '../contract/protocol.ts';
import { stamp } from '../contract/stamp.ts';
import type { Stamped, View } from '../contract/views.ts';
import type { OutputOf, Send } from './ask.ts';
import { asker } from './ask.ts';
import { serverClock } from './clock.ts';

// The pages' policy forbids making code from text, which zod would try, and be reported for, to parse faster.
z.config({ jitless: true });

/** What a screen knows of the server. A view is kept while the line is cut, so that a screen can show it as old. */
export type LinkState<S extends Screen> =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live'; readonly view: Stamped<S> }
  /** `since` is by the clock of `now`. */
  | { readonly kind: 'cut'; readonly view: Stamped<S> | null; readonly since: number }
  /** `wasIn`: it had been let in before, such as an officer whose session has run out. */
  | { readonly kind: 'turnedAway'; readonly why: TurnedAway; readonly wasIn: boolean };

export type Link<S extends Screen> = {
  readonly state: () => LinkState<S>;
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: Send;
  /** ms since 1970 by the server's clock; goes on while the line is cut. */
  readonly now: () => number;
  /** Asks the server to look again at who this is, after log-in and log-out. What was shown to the last one is forgotten. */
  readonly reopen: () => void;
  readonly close: () => void;
};

/** The part of the contract that a page speaks, so that one that phones load brings no more of it. */
export type Spoken<S extends Screen> = { readonly view: z.ZodType<View<S>>; readonly outputOf: OutputOf };

export type LinkOptions = Omit<Handshake, 'protocol' | 'screen'> & {
  /** Address of the server; by default the page's own. */
  readonly url?: string;
};

/** A view of another life of the server is always newer: one page talks to one server at a time. */
const isNewer = (next: z.infer<typeof stamp>, current: z.infer<typeof stamp> | null): boolean =>
  current === null || next.epoch !== current.epoch || next.version >= current.version;

/**
 * Opens the line of one screen to the server: the only place where renderers listen to anything.
 * Reconnects for ever, except when the server turned this screen away: then only `reopen` tries again.
 */
export function openLink<S extends Screen>(
  screen: S,
  { view, outputOf }: Spoken<S>,
  options: LinkOptions,
): Link<S> {
  const { url, ...who } = options;
  const socket = io(url ?? window.location.origin, {
    transports: ['websocket'],
    // A line of its own for each link: a shared one would outlive the link that was closed.
    forceNew: true,
    auth: { protocol: protocolVersion, screen, ...who },
    reconnectionDelay: reconnect.delayMs,
    reconnectionDelayMax: reconnect.maxDelayMs,
    timeout: 4_000,
  });
  const stamped = stamp.extend({
    screen: z.literal(screen),
    data: view,
  }) as unknown as z.ZodType<Stamped<S>>;
  const listeners = new Set<() => void>();
  const clock = serverClock();
  let state: LinkState<S> = { kind: 'connecting' };
  let lastView: Stamped<S> | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const become = (next: LinkState<S>): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const beCut = (): void => {
    if (state.kind !== 'cut') become({ kind: 'cut', view: lastView, since: clock.now() });
  };
  const turnAway = (why: TurnedAway): void => {
    const wasIn = lastView !== null;
    lastView = null;
    socket.disconnect();
    become({ kind: 'turnedAway', why, wasIn });
  };
  /** Socket.IO comes back by itself from a broken line, but not when the server itself ended or refused it. */
  const comeBack = (): void => {
    if (socket.active) return;
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), reconnect.maxDelayMs);
  };

  socket.on(viewEvent, (message: unknown) => {
    const parsed = stamped.safeParse(message);
    // A view this page cannot read comes from a newer server: the page is out of date.
    if (!parsed.success) return turnAway('protocol');
    if (!isNewer(parsed.data, lastView)) return undefined;
    lastView = parsed.data;
    clock.set(lastView.at);
    return become({ kind: 'live', view: lastView });
  });
  socket.on('disconnect', (reason) => {
    // Ended by this side: whoever did it has said what the state is.
    if (reason === 'io client disconnect') return;
    beCut();
    comeBack();
  });
  socket.on('connect_error', (error) => {
    const why = turnedAway.find((reason) => reason === error.message);
    if (why !== undefined) return turnAway(why);
    beCut();
    return comeBack();
  });

  const closed = new AbortController();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: asker(socket, outputOf, () => closed.signal.aborted || state.kind === 'turnedAway'),
    now: clock.now,
    reopen: () => {
      clearTimeout(retry);
      lastView = null;
      socket.disconnect();
      become({ kind: 'connecting' });
      socket.connect();
    },
    close: () => {
      closed.abort();
      listeners.clear();
      clearTimeout(retry);
      socket.disconnect();
    },
  };
}
