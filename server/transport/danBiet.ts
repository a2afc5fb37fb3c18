import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { danBietOff } from '../../shared/contract/danBiet.ts';
import { danBietPaths } from '../../shared/contract/danBietPaths.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Context } from '../usecases/ports.ts';
import { danBietNowView, danBietProceduresView } from '../views/danBiet.ts';

/** An answer is made anew after so long, however many ask for it. */
const freshForMs: Millis = 10_000;

type Answer = { readonly body: string; readonly etag: string };

const answerOf = (value: object): Answer => {
  const body = JSON.stringify(value);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
};

/** One answer for everybody, made when somebody asks and the last one is old. */
function shared(make: () => object, now: () => Millis): () => Answer {
  let last: { readonly answer: Answer; readonly at: Millis } | null = null;
  return () => {
    const at = now();
    // A clock that was set back must not make an answer last.
    if (last === null || at - last.at >= freshForMs || at < last.at) last = { answer: answerOf(make()), at };
    return last.answer;
  };
}

/** The page "Dân biết" and what it shows, for anybody. */
export function serveDanBiet(app: FastifyInstance, context: Context): void {
  const off = answerOf({ off: true } satisfies z.infer<typeof danBietOff>);
  const send = (answer: Answer, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // Asked for each time, so that switching the page off holds at once; mostly the answer is that nothing has changed.
    reply.header('cache-control', 'no-cache').header('etag', answer.etag);
    if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(answer.body);
  };
  const serve = (path: string, make: () => object): void => {
    const answer = shared(make, context.now);
    app.get(path, (request, reply) => send(context.store.danBiet.isOn() ? answer() : off, request, reply));
  };
  app.get(danBietPaths.page, (_request, reply) => reply.sendFile('danBiet.html'));
  serve(danBietPaths.now, () => danBietNowView(context));
  serve(danBietPaths.procedures, () => danBietProceduresView(context));
}
