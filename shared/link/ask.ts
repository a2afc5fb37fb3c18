import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import type { Problem } from '../contract/problems.ts';
import { problem } from '../contract/problems.ts';
import { requestTimeoutMs } from '../contract/protocol.ts';
import type { RequestInput, RequestName, RequestOutput } from '../contract/requests.ts';
import { newRequestId } from './requestId.ts';

/** `offline`: no answer within the time given; the request may or may not have been carried out. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem | { readonly kind: 'offline' } };

/** The input of a request without the id, which the link adds. */
export type Sendable<N extends RequestName> = Omit<RequestInput<N>, 'requestId'>;

/**
 * Sends a request, again with the same id when the line breaks or `requestTimeoutMs` passes without an answer, until
 * `patienceMs` is over. A caller that wants to go on trying later gives its own `requestId`. Never throws.
 */
export type Send = <N extends RequestName>(
  name: N,
  input: Sendable<N>,
  options?: { readonly patienceMs?: number; readonly requestId?: string },
) => Promise<Reply<RequestOutput<N>>>;

/** The shape of what a request of the page answers. */
export type OutputOf = (name: RequestName) => z.ZodType;

const answerOf = (output: z.ZodType): z.ZodType =>
  z.union([
    z.strictObject({ ok: z.literal(true), value: output }),
    z.strictObject({ ok: z.literal(false), problem }),
  ]);

/** The server's answer, or null if none came in time or the line broke. */
async function attempt(socket: Socket, name: string, message: object, waitMs: number): Promise<unknown> {
  try {
    return await socket.timeout(waitMs).emitWithAck(name, message);
  } catch {
    return null;
  }
}

/**
 * @param isOver whether it is useless to go on: the link is closed, or the server turned the screen away.
 * @returns the `send` of a link over this socket.
 */
export function asker(socket: Socket, outputOf: OutputOf, isOver: () => boolean): Send {
  return async (name, input, { patienceMs = 2 * requestTimeoutMs, requestId = newRequestId() } = {}) => {
    const message = { ...input, requestId };
    const end = performance.now() + patienceMs;
    // Timers may go off a fraction early: less than a millisecond is nothing to wait for.
    for (let left = patienceMs; left >= 1 && !isOver(); left = end - performance.now()) {
      const answer = await attempt(socket, name, message, Math.min(left, requestTimeoutMs));
      if (answer === null) continue;
      const parsed = answerOf(outputOf(name)).safeParse(answer);
      if (parsed.success) return parsed.data as Reply<RequestOutput<typeof name>>;
      // Asking again would bring the same answer: this page and the server do not understand each other.
      return { ok: false, problem: { kind: 'malformed', where: name, what: 'answer' } };
    }
    return { ok: false, problem: { kind: 'offline' } };
  };
}
