import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { basename, extname, join, normalize } from 'node:path';
import type { Socket } from 'socket.io';
import { Server } from 'socket.io';
import { danBietPaths } from '../../shared/contract/danBietPaths.ts';
import { contentPolicy } from '../../shared/contract/pagePolicy.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Screen, TurnedAway } from '../../shared/contract/protocol.ts';
import { handshake, heartbeat, viewEvent } from '../../shared/contract/protocol.ts';
import type { Answer, RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { requestNames, requests } from '../../shared/contract/requests.ts';
import type { RouteInput, RouteOutput, RoutePath } from '../../shared/contract/routes.ts';
import { routes } from '../../shared/contract/routes.ts';
import type { View } from '../../shared/contract/views.ts';
import { views } from '../../shared/contract/views.ts';

type Handler<N extends RequestName> = (
  input: RequestInput<N>,
) => Answer<RequestOutput<N>> | Promise<Answer<RequestOutput<N>>>;
type RouteHandler<P extends RoutePath> = (
  input: RouteInput<P>,
) =>
  { readonly ok: true; readonly value: RouteOutput<P> } | { readonly ok: false; readonly problem: Problem };

export type Heard = { readonly name: RequestName; readonly input: Record<string, unknown> };

/** A server that speaks the contract and does what a test tells it, for tests of one screen by itself. */
export type FakeServer = {
  readonly url: string;
  /** Every request that came, the newest last; those sent twice are here twice. */
  readonly heard: readonly Heard[];
  /** Sets the view of a kind of screen and pushes it to those connected; others get it when they connect. */
  readonly show: <S extends Screen>(screen: S, data: View<S>) => void;
  readonly on: <N extends RequestName>(name: N, handler: Handler<N>) => void;
  readonly onPost: <P extends RoutePath>(path: P, handler: RouteHandler<P>) => void;
  /** Decides who is let in; by default everybody is. */
  readonly letIn: (rule: (who: ReturnType<typeof handshake.parse>) => TurnedAway | null) => void;
  /** Pulls the plug: every line breaks and no new one is let in. */
  readonly cut: () => void;
  /** Plugs it in again; with `restarted`, as a server in a new life. */
  readonly back: (how?: { readonly restarted?: boolean }) => void;
  /** Ends every line from the server's side, as for a session that is over. */
  readonly dismiss: () => void;
  /** ms its clock is ahead of this machine's. */
  readonly shiftClock: (ms: number) => void;
  readonly close: () => Promise<void>;
};

const dist = join(import.meta.dirname, '../../dist');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** The policy of the real server: what it forbids, a test must not get away with. */
const headers = {
  'content-security-policy': Object.entries({ ...contentPolicy, 'connect-src': ["'self'"] })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-cache',
};

/** Where the real server has its pages: `/wall` is one of the screens' app, `/kiosk/` is an app of its own. */
function fileOf(path: string): string {
  if (/^\/(wall|counter|officer|manage)$/u.test(path)) return join(dist, 'screens', `${path}.html`);
  if (path.startsWith('/t/')) return join(dist, 'screens/track.html');
  if (path === danBietPaths.page) return join(dist, 'screens/danBiet.html');
  if (path === '/kiosk/') return join(dist, 'kiosk/index.html');
  if (path.startsWith('/models/'))
    return join(dist, '../models/prepared', normalize(path.slice('/models'.length)));
  return join(dist, normalize(path));
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const file = fileOf(path);
  try {
    const body = await readFile(file);
    response.writeHead(200, {
      ...headers,
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...(basename(file).startsWith('notifier-') && { 'service-worker-allowed': '/t/' }),
    });
    response.end(body);
  } catch {
    response.writeHead(404, headers).end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/**
 * Starts it on a free port of this machine. A kiosk that asks for models it has no camera for waits for them in vain, as
 * it would compile them for each test: `models` gives them out.
 */
export async function startFakeServer({ models = false } = {}): Promise<FakeServer> {
  const handlers = new Map<string, Handler<RequestName>>();
  const routeHandlers = new Map<string, RouteHandler<RoutePath>>();
  const shown = new Map<Screen, View<Screen>>();
  const screenOf = new WeakMap<Socket, Screen>();
  const heard: Heard[] = [];
  let rule: (who: ReturnType<typeof handshake.parse>) => TurnedAway | null = () => null;
  let isCut = false;
  let epoch = 1;
  let version = 0;
  let shift = 0;

  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    if (isCut) return void request.socket.destroy();
    if (!models && path.startsWith('/models/')) return undefined;
    if (request.method !== 'POST') return void serveFile(path, response);
    return void bodyOf(request).then((body) => {
      const handler = routeHandlers.get(path);
      if (handler === undefined) return response.writeHead(404).end('{}');
      const input = routes[path as RoutePath].input.parse(body);
      const done = handler(input);
      response.writeHead(done.ok ? 200 : 403, { ...headers, 'content-type': 'application/json' });
      return response.end(JSON.stringify(done.ok ? done.value : done.problem));
    });
  });
  const wires = new Set<NetSocket>();
  http.on('connection', (wire) => {
    wires.add(wire);
    wire.on('close', () => wires.delete(wire));
  });
  const io = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: heartbeat.pingIntervalMs,
    pingTimeout: heartbeat.pingTimeoutMs,
    allowRequest: (_request, decide) => decide(null, !isCut),
  });

  const push = (socket: Socket): void => {
    const screen = screenOf.get(socket);
    const data = screen === undefined ? undefined : shown.get(screen);
    if (data === undefined) return;
    socket.emit(viewEvent, { epoch: `life ${epoch}`, version, at: Date.now() + shift, screen, data });
  };
  const publish = (): void => {
    version += 1;
    for (const socket of io.sockets.sockets.values()) push(socket);
  };
  io.use((socket, next) => {
    const who = handshake.parse(socket.handshake.auth);
    screenOf.set(socket, who.screen);
    const away = rule(who);
    next(away === null ? undefined : new Error(away));
  });
  io.on('connection', (socket) => {
    for (const name of requestNames)
      socket.on(name, (input: Record<string, unknown>, answer: (value: unknown) => void) => {
        requests[name].input.parse(input);
        heard.push({ name, input });
        const handler = handlers.get(name) ?? (() => ({ ok: true, value: {} }) as never);
        void Promise.resolve(handler(input as never)).then((value) => {
          answer(value);
          // As the real one does after every commit.
          if (value.ok) publish();
        });
      });
    push(socket);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    heard,
    show: (screen, data) => {
      // What the contract would refuse, a screen must not be tested with.
      views[screen].parse(data);
      shown.set(screen, data);
      publish();
    },
    on: (name, handler) => void handlers.set(name, handler),
    onPost: (path, handler) => void routeHandlers.set(path, handler),
    letIn: (next) => {
      rule = next;
    },
    cut: () => {
      isCut = true;
      for (const wire of wires) wire.destroy();
    },
    back: ({ restarted = false } = {}) => {
      isCut = false;
      if (restarted) [epoch, version] = [epoch + 1, 1];
    },
    dismiss: () => io.disconnectSockets(true),
    shiftClock: (ms) => {
      shift = ms;
    },
    close: async () => {
      await io.close();
    },
  };
}
