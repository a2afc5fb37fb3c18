import { io } from 'socket.io-client';
import { z } from 'zod';
import type { Problem } from '../contract/problems.ts';
import { problem } from '../contract/problems.ts';
import type { Handshake, Screen, TurnedAway } from '../contract/protocol.ts';
import { protocolVersion, reconnect, requestTimeoutMs, turnedAway, viewEvent } from '../contract/protocol.ts';
import type { RequestInput, RequestName, RequestOutput } from '../contract/requests.ts';
import { requests } from '../contract/requests.ts';
import type { Stamped } from '../contract/views.ts';
import { stamp, views } from '../contract/views.ts';

/** What a screen knows of the server. A view is kept while the line is cut, so that a screen can show it as old. */
export type LinkState<S extends Screen> =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live'; readonly view: Stamped<S> }
  | { readonly kind: 'cut'; readonly view: Stamped<S> | null; readonly since: number }
  | { readonly kind: 'turnedAway'; readonly why: TurnedAway };

/** `offline`: no answer within the time given; the request may or may not have been carried out. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem | { readonly kind: 'offline' } };

/** The input of a request without the id, which the link adds. */
export type Sendable<N extends RequestName> = Omit<RequestInput<N>, 'requestId'>;

export type Link<S extends Screen> = {
  readonly state: () => LinkState<S>;
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Sends a request, again with the same id after each `requestTimeoutMs` without an answer, until `patienceMs` is over.
   * Never throws.
   */
  readonly send: <N extends RequestName>(
    name: N,
    input: Sendable<N>,
    options?: { readonly patienceMs?: number; readonly requestId?: string },
  ) => Promise<Reply<RequestOutput<N>>>;
  readonly close: () => void;
};

export type LinkOptions = Omit<Handshake, 'protocol'> & {
  /** Address of the server; by default the page's own. */
  readonly url?: string;
};

const answerOf = (output: z.ZodType): z.ZodType =>
  z.union([
    z.strictObject({ ok: z.literal(true), value: output }),
    z.strictObject({ ok: z.literal(false), problem }),
  ]);

const isNewer = (next: z.infer<typeof stamp>, current: z.infer<typeof stamp> | null): boolean =>
  current === null || next.epoch !== current.epoch || next.version >= current.version;

/**
 * Opens the line of one screen to the server: the only place where renderers listen to anything.
 * Reconnects for ever, except when the server turned this screen away; then `reopen` it by making a new link.
 */
export function openLink<S extends Screen>(screen: S, options: LinkOptions): Link<S> {
  const { url, ...auth } = options;
  const socket = io(url ?? window.location.origin, {
    transports: ['websocket'],
    auth: { protocol: protocolVersion, ...auth },
    reconnectionDelay: reconnect.delayMs,
    reconnectionDelayMax: reconnect.maxDelayMs,
    timeout: 4_000,
  });
  const stamped = stamp.extend({
    screen: z.literal(screen),
    data: views[screen],
  }) as unknown as z.ZodType<Stamped<S>>;
  const listeners = new Set<() => void>();
  let state: LinkState<S> = { kind: 'connecting' };
  let lastView: Stamped<S> | null = null;

  const become = (next: LinkState<S>): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  socket.on(viewEvent, (message: unknown) => {
    const parsed = stamped.safeParse(message);
    // A view this page cannot read comes from a newer server: the page is out of date.
    if (!parsed.success) return become({ kind: 'turnedAway', why: 'protocol' });
    if (!isNewer(parsed.data, lastView)) return undefined;
    lastView = parsed.data;
    return become({ kind: 'live', view: lastView });
  });
  socket.on('disconnect', (reason) => {
    become({ kind: 'cut', view: lastView, since: Date.now() });
    // The server ended it on purpose (session over, device removed): asking again tells why.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    const why = turnedAway.find((reason) => reason === error.message);
    if (why !== undefined) become({ kind: 'turnedAway', why });
    else if (state.kind !== 'cut') become({ kind: 'cut', view: lastView, since: Date.now() });
  });

  const attempt = async (name: RequestName, input: object): Promise<unknown> => {
    try {
      return await socket.timeout(requestTimeoutMs).emitWithAck(name, input);
    } catch {
      return null;
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: async (name, input, { patienceMs = 2 * requestTimeoutMs, requestId } = {}) => {
      const message = { ...input, requestId: requestId ?? crypto.randomUUID() };
      const end = Date.now() + patienceMs;
      const schema = answerOf(requests[name].output);
      do {
        const answer = schema.safeParse(await attempt(name, message));
        if (answer.success) return answer.data as Reply<RequestOutput<typeof name>>;
      } while (Date.now() < end && state.kind !== 'turnedAway');
      return { ok: false, problem: { kind: 'offline' } };
    },
    close: () => {
      socket.disconnect();
      listeners.clear();
    },
  };
}
