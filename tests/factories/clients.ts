import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Handshake, Screen } from '../../shared/contract/protocol.ts';
import { protocolVersion, viewEvent } from '../../shared/contract/protocol.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { problem } from '../../shared/contract/problems.ts';
import type { Answer, RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { requests } from '../../shared/contract/requests.ts';
import type { RouteInput, RoutePath } from '../../shared/contract/routes.ts';
import type { Stamped, View } from '../../shared/contract/views.ts';
import { stamp } from '../../shared/contract/stamp.ts';
import { views } from '../../shared/contract/views.ts';

/** The input of a request; its id is added unless given. */
export type Input<N extends RequestName> = Omit<RequestInput<N>, 'requestId'> & {
  readonly requestId?: string;
};

/** A screen connected by a real socket. Every view and every answer it gets is checked against the contract. */
export type Client<S extends Screen = Screen> = {
  readonly socket: Socket;
  readonly send: <N extends RequestName>(name: N, input: Input<N>) => Promise<Answer<RequestOutput<N>>>;
  /** The value of a request that has to succeed. */
  readonly do: <N extends RequestName>(name: N, input: Input<N>) => Promise<RequestOutput<N>>;
  /** Sends anything at all. */
  readonly sendRaw: (name: string, message: unknown) => Promise<unknown>;
  /** The newest view. */
  readonly stamped: () => Stamped<S>;
  readonly view: () => View<S>;
  /** How many views came so far. */
  readonly count: () => number;
  /** Waits until the view is so; fails after half a minute. */
  readonly until: (is: (view: View<S>) => boolean) => Promise<View<S>>;
  /** Resolves once the server has ended the connection; fails after half a minute. */
  readonly ended: () => Promise<void>;
  readonly close: () => void;
};

export type Who<S extends Screen> = Partial<Omit<Handshake, 'screen'>> & {
  readonly screen: S;
  /** Sent with the opening request, as a browser or a proxy would. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookie?: string;
};

// Long, since a machine that runs many tests at once is slow; only what fails waits so long.
const patienceMs = 30_000;
const open = new Set<Socket>();

/** Closes every client that is still open; for `afterEach`. */
export function closeClients(): void {
  for (const socket of open) socket.disconnect();
  open.clear();
}

export function openSocket(
  url: string,
  auth: object,
  headers: Readonly<Record<string, string>> = {},
): Socket {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: headers,
  });
  open.add(socket);
  return socket;
}

/** Tries to connect. @returns why the server turned the screen away, or null if it let it in. */
export async function turnedAwayFrom<S extends Screen>(url: string, who: Who<S>): Promise<string | null> {
  const { headers, cookie, ...auth } = who;
  const socket = openSocket(url, { protocol: protocolVersion, ...auth }, headersOf(headers, cookie));
  try {
    return await new Promise((resolve) => {
      socket.once(viewEvent, () => resolve(null));
      socket.once('connect_error', (error) => resolve(error.message));
    });
  } finally {
    socket.disconnect();
  }
}

const headersOf = (headers: Readonly<Record<string, string>> = {}, cookie?: string) =>
  cookie === undefined ? headers : { ...headers, cookie };

const answerOf = (name: RequestName): z.ZodType =>
  z.union([
    z.strictObject({ ok: z.literal(true), value: requests[name].output }),
    z.strictObject({ ok: z.literal(false), problem }),
  ]);

/** Opens a screen and waits for its first view. */
export async function connect<S extends Screen>(url: string, who: Who<S>): Promise<Client<S>> {
  const { headers, cookie, ...auth } = who;
  const socket = openSocket(url, { protocol: protocolVersion, ...auth }, headersOf(headers, cookie));
  const stampedView = stamp.extend({ screen: z.literal(who.screen), data: views[who.screen] });
  let latest: Stamped<S> | null = null;
  let count = 0;
  const waiting = new Set<() => void>();
  const failure = new Promise<never>((_, reject) => {
    socket.once('connect_error', (error) => reject(new Error(`turned away: ${error.message}`)));
    socket.once('disconnect', () => reject(new Error('cut off before its first view')));
  });
  failure.catch(() => undefined);
  socket.on(viewEvent, (message: unknown) => {
    latest = stampedView.parse(message) as unknown as Stamped<S>;
    count += 1;
    for (const look of waiting) look();
  });

  const sendRaw = (name: string, message: unknown): Promise<unknown> =>
    socket.timeout(patienceMs).emitWithAck(name, message);
  const send: Client['send'] = async (name, input) => {
    const answer = await sendRaw(name, { requestId: randomUUID(), ...input });
    return answerOf(name).parse(answer) as Answer<RequestOutput<typeof name>>;
  };
  const stamped = (): Stamped<S> => {
    if (latest === null) throw new Error(`no view came to the ${who.screen}`);
    return latest;
  };
  const until: Client<S>['until'] = (is) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`the ${who.screen} never showed it; it shows ${JSON.stringify(latest)}`));
      }, patienceMs);
      const look = (): void => {
        if (latest === null || !is(latest.data)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(latest.data);
      };
      waiting.add(look);
      look();
    });
  const ended = new Promise<void>((resolve) => {
    socket.once('disconnect', () => resolve());
  });
  const late = (): Promise<never> =>
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`the ${who.screen} was not cut off`)), patienceMs);
    });

  await Promise.race([until(() => true), failure]);
  return {
    socket,
    send,
    do: async (name, input) => {
      const answer = await send(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
      return answer.value;
    },
    sendRaw,
    stamped,
    view: () => stamped().data,
    count: () => count,
    until,
    ended: () => Promise.race([ended, late()]),
    close: () => {
      open.delete(socket);
      socket.disconnect();
    },
  };
}

export const kioskAt = (url: string): Promise<Client<'kiosk'>> => connect(url, { screen: 'kiosk' });
export const wallAt = (url: string): Promise<Client<'wall'>> => connect(url, { screen: 'wall' });
export const counterAt = (url: string, counterNumber: number): Promise<Client<'counter'>> =>
  connect(url, { screen: 'counter', counterNumber });

/** Sends one of the contract's HTTP requests. */
export async function postTo<P extends RoutePath>(
  url: string,
  path: P,
  input: RouteInput<P>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Logs in. @returns the session's cookie, as a browser would send it back. */
export async function logIn(url: string, login: string, password: string): Promise<string> {
  const { status, headers } = await postTo(url, '/api/login', { login, password });
  expect(status).toBe(200);
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** The problem of an answer that has to be one. */
export function problemOf(answer: Answer<unknown>): Problem {
  if (answer.ok) throw new Error(`it was carried out: ${JSON.stringify(answer.value)}`);
  return answer.problem;
}

/** The code of a refusal, or null if the answer is anything else. */
export const codeOf = (answer: Answer<unknown>): string | null =>
  !answer.ok && answer.problem.kind === 'refused' ? answer.problem.code : null;
