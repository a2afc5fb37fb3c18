import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { Server } from 'socket.io';
import type { z } from 'zod';
import { heartbeat } from '../../shared/contract/protocol.ts';
import type { ParsedInput, RequestName } from '../../shared/contract/requests.ts';
import { requestNames, requests } from '../../shared/contract/requests.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { perform } from '../usecases/perform.ts';
import type { Caller, Context } from '../usecases/ports.ts';
import type { Peer } from './auth.ts';
import { callerOf, isOwnOrigin, isStillValid, sessionCookie } from './auth.ts';
import type { Screens } from './screens.ts';

// Twelve embeddings of the largest dimension, written as decimals.
const largestMessageBytes = 600_000;

/** The first thing that does not fit the contract, for whoever builds a client. */
export function malformed(error: z.ZodError): Problem {
  const issue = error.issues[0];
  return { kind: 'malformed', where: issue?.path.join('.') ?? '', what: issue?.message ?? 'not understood' };
}

/** A bug is caught once, here or at the HTTP border; the log entry and the answer carry the same id. */
export function bug(log: Logger, where: string, error: unknown): Problem {
  const id = randomUUID().slice(0, 8);
  log.error({ id, where, err: error }, 'bug');
  return { kind: 'bug', id };
}

const peerOf = (socket: Socket): Peer => ({
  address: socket.handshake.address,
  headers: socket.handshake.headers,
  sessionToken: fastifyCookie.parse(socket.handshake.headers.cookie ?? '')[sessionCookie],
});

/** Attaches the contract's requests and views to a server. Input is parsed here and nowhere else. */
export function bindSocket(http: HttpServer, context: Context, screens: Screens, log: Logger): Server {
  const io = new Server(http, {
    transports: ['websocket'],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    pingInterval: heartbeat.pingIntervalMs,
    pingTimeout: heartbeat.pingTimeoutMs,
    maxHttpBufferSize: largestMessageBytes,
    connectTimeout: 5_000,
    // Refused before the upgrade, so that a foreign page never has an open socket.
    allowRequest: (request, decide) => {
      const peer = { address: '', headers: request.headers, sessionToken: undefined };
      decide(null, isOwnOrigin(peer));
    },
  });

  const callers = new WeakMap<Socket, Caller>();
  io.use((socket, next) => {
    const caller = callerOf(context, peerOf(socket), socket.handshake.auth);
    if (caller.ok) callers.set(socket, caller.value);
    next(caller.ok ? undefined : new Error(caller.error));
  });

  io.on('connection', (socket) => {
    const caller = callers.get(socket);
    if (caller === undefined) return void socket.disconnect(true);
    for (const name of requestNames) {
      socket.on(name, (input: unknown, answer: unknown) => {
        if (typeof answer === 'function') answer(handle(name, input, caller, socket));
      });
    }
    socket.on('disconnect', () => screens.remove(socket));
    return screens.add(socket, caller);
  });

  const handle = (name: RequestName, input: unknown, caller: Caller, socket: Socket) => {
    try {
      if (!isStillValid(context, caller)) {
        setImmediate(() => socket.disconnect(true));
        return { ok: false, problem: refuse('sessionExpired') };
      }
      const parsed = requests[name].input.safeParse(input);
      if (!parsed.success) return { ok: false, problem: malformed(parsed.error) };
      const done = perform(context, name, parsed.data as ParsedInput<typeof name>, caller);
      if (!done.ok) return { ok: false, problem: done.error };
      screens.publish();
      return { ok: true, value: done.value };
    } catch (error) {
      return { ok: false, problem: bug(log, name, error) };
    }
  };
  return io;
}
