import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import { z } from 'zod';

/*
 * The little of Chromium's own protocol that a watchdog needs, over two pipes of the browser's process, so that no port
 * is opened to anybody else. Messages are JSON, each ended by a zero.
 */

const message = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  params: z
    .object({
      sessionId: z.string().optional(),
      targetInfo: z.object({ targetId: z.string(), type: z.string() }).optional(),
    })
    .optional(),
});
type Message = z.infer<typeof message>;

/** What a browser says of its page. */
export type PageNews = 'crashed' | 'alive';

/** Where the pipes are among a child's streams; Chromium expects them there. */
const pipes = { toBrowser: 3, fromBrowser: 4 } as const;
/** For `spawn`: errors are shown, nothing else is said or asked. */
export const pipedStdio = ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'] as const;
export const pipeFlag = '--remote-debugging-pipe';

/** Calls `hear` with every whole message. */
function readMessages(from: Readable, hear: (text: string) => void): void {
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) hear(part);
  });
}

/**
 * Watches the first page of a browser that was started with `pipeFlag` and `pipedStdio`.
 * @param tell is told when the page answers, and when its process has ended.
 * @returns the function that asks the page whether it is alive.
 */
export function watchPage(child: ChildProcess, tell: (news: PageNews) => void): () => void {
  const write = child.stdio[pipes.toBrowser] as Writable;
  const read = child.stdio[pipes.fromBrowser] as Duplex;
  // The browser is gone: its end is noticed where it was started.
  for (const stream of [write, read]) stream.on('error', () => undefined);
  let lastId = 0;
  let session: string | null = null;
  const send = (method: string, params: object, sessionId?: string): number => {
    lastId += 1;
    write.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
    return lastId;
  };
  const questions = new Set<number>();
  const hear = ({ id, method, params }: Message): void => {
    if (id !== undefined && questions.delete(id)) tell('alive');
    const target = params?.targetInfo;
    if (method === 'Target.targetCreated' && target?.type === 'page' && session === null)
      send('Target.attachToTarget', { targetId: target.targetId, flatten: true });
    if (method === 'Target.attachedToTarget') session ??= params?.sessionId ?? null;
    if (method === 'Target.targetCrashed') tell('crashed');
  };
  readMessages(read, (text) => hear(message.parse(JSON.parse(text))));
  send('Target.setDiscoverTargets', { discover: true });
  return () => {
    if (session !== null) questions.add(send('Runtime.evaluate', { expression: '1' }, session));
  };
}
