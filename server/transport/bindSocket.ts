import type { Server as HttpServer } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { Logger } from 'pino';
import type { ServerOptions, Socket } from 'socket.io';
import { Server } from 'socket.io';
import { heartbeat } from '../../shared/contract/protocol.ts';
import type { Answer, ParsedInput, RequestName } from '../../shared/contract/requests.ts';
import { onlyReads, requestNames, requests } from '../../shared/contract/requests.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { Commits } from '../usecases/commits.ts';
import { perform } from '../usecases/perform.ts';
import type { Context, ScreenCaller } from '../usecases/ports.ts';
import { makeAttempts } from './attempts.ts';
import type { Peer } from './auth.ts';
import { callerOf, isStillValid, sessionCookie } from './auth.ts';
import { beforehand } from './beforehand.ts';
import { makeBounds } from './bounds.ts';
import { malformed, problemOf } from './problem.ts';
import type { Screens } from './screens.ts';

// Twelve embeddings of the largest dimension, written as decimals.
const largestMessageBytes = 600_000;

export const socketOptions: Partial<ServerOptions> = {
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  pingInterval: heartbeat.pingIntervalMs,
  pingTimeout: heartbeat.pingTimeoutMs,
  maxHttpBufferSize: largestMessageBytes,
  connectTimeout: 5_000,
};

const peerOf = (socket: Socket): Peer => ({
  address: socket.handshake.address,
  headers: socket.handshake.headers,
  sessionToken: fastifyCookie.parse(socket.handshake.headers.cookie ?? '')[sessionCookie],
});

/** Attaches the contract's requests and views to a server. Input is parsed here and nowhere else. */
export function bindSocket(
  http: HttpServer,
  context: Context,
  commits: Commits,
  screens: Screens,
  log: Logger,
): Server {
  const io = new Server(http, socketOptions);

  const guesses = makeAttempts();
  const bound = makeBounds(log);
  const callers = new WeakMap<Socket, ScreenCaller>();
  io.use((socket, next) => {
    const caller = callerOf(context, peerOf(socket), socket.handshake.auth, guesses);
    if (caller.ok) callers.set(socket, caller.value);
    next(caller.ok ? undefined : new Error(caller.error));
  });

  io.on('connection', (socket) => {
    const caller = callers.get(socket);
    if (caller === undefined) return void socket.disconnect(true);
    bound(socket, caller);
    for (const name of requestNames) {
      socket.on(name, (input: unknown, answer: unknown) => {
        if (typeof answer !== 'function') return;
        const run = (): Promise<Answer<unknown>> => commits.run(() => handle(name, input, caller));
        const before = beforehand(context, name, input, caller);
        void (before === null ? run() : before.then(run))
          .catch((error: unknown): Answer<unknown> => ({ ok: false, problem: problemOf(log, name, error) }))
          .then((reply) => {
            (answer as (reply: Answer<unknown>) => void)(reply);
            // Not before: the answer may have waited for the disk.
            if (!reply.ok && reply.problem.kind === 'refused' && reply.problem.code === 'sessionExpired')
              socket.disconnect(true);
          });
      });
    }
    socket.on('disconnect', () => screens.remove(socket));
    return screens.add(socket, caller);
  });

  const handle = (name: RequestName, input: unknown, caller: ScreenCaller): Answer<unknown> => {
    try {
      if (!isStillValid(context, caller)) return { ok: false, problem: refuse('sessionExpired') };
      const parsed = requests[name].input.safeParse(input);
      if (!parsed.success) return { ok: false, problem: malformed(parsed.error) };
      const done = perform(context, name, parsed.data as ParsedInput<typeof name>, caller);
      if (!done.ok) return { ok: false, problem: done.error };
      if (!onlyReads(name)) screens.publish();
      return { ok: true, value: done.value };
    } catch (error) {
      // Managers are told what the disk did.
      screens.publish();
      return { ok: false, problem: problemOf(log, name, error) };
    }
  };
  return io;
}
