import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { Answer } from '../../shared/contract/requests.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ScreenCaller } from '../usecases/ports.ts';
import { actorOf } from '../usecases/ports.ts';
import type { Rate } from '../usecases/rate.ts';
import { makeRate } from '../usecases/rate.ts';

/** Windows and phones with one session, device or ticket at once; of more, the oldest are closed. */
const mostLines = 20;

/** Whose lines and messages are counted together; null: the server's own machine, which could do worse. */
const keyOf = (caller: ScreenCaller): string | null => {
  if (caller.kind === 'officer') return `session ${caller.sessionHash.toString('base64')}`;
  return caller.kind === 'device' && caller.deviceId === null ? null : actorOf(caller);
};

const answered = (answer: unknown, waitMs: number): void => {
  if (typeof answer !== 'function') return;
  const problem = refuse('tooManyRequests', { seconds: Math.ceil(waitMs / 1000) });
  (answer as (reply: Answer<never>) => void)({ ok: false, problem });
};

/**
 * Keeps one caller from costing all others the server: whoever sends far more than hands and cameras can is refused and
 * cut off, whatever was sent. Every event counts, also one that nobody asked for. Measured by a clock that nobody sets.
 * @returns to be called for each connection that is let in.
 */
export function makeBounds(log: Logger): (socket: Socket, caller: ScreenCaller) => void {
  const ofPhones = makeRate<string>({ burst: 200, perSecond: 2 });
  const ofOthers = makeRate<string>({ burst: 2_000, perSecond: 200 });
  const lines = new Map<string, Set<Socket>>();
  const noted = new WeakSet<Socket>();

  const count = (key: string, socket: Socket): void => {
    const open = lines.get(key) ?? new Set();
    lines.set(key, open.add(socket));
    const [oldest] = open;
    if (open.size > mostLines) oldest?.disconnect(true);
    socket.on('disconnect', () => {
      open.delete(socket);
      if (open.size === 0) lines.delete(key);
    });
  };
  return (socket, caller) => {
    const key = keyOf(caller);
    if (key === null) return;
    count(key, socket);
    const rate: Rate<string> = caller.kind === 'visitor' ? ofPhones : ofOthers;
    socket.use((event, next) => {
      const waitMs = rate(key, performance.now());
      if (waitMs === 0) return next();
      answered(event.at(-1), waitMs);
      // Once for each line: what else it had sent is refused all the same.
      if (!noted.has(socket)) log.warn({ who: actorOf(caller) }, 'flood');
      noted.add(socket);
      setImmediate(() => socket.disconnect(true));
    });
  };
}
