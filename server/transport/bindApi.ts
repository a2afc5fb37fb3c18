import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { OperationName } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import { apiRoot, operationNames, operations } from '../../shared/contract/api.ts';
import type { ApiScope } from '../../shared/contract/apiScopes.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { requestId } from '../../shared/contract/schemas.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { callerOfKey } from '../usecases/apiKeys.ts';
import type { Commits } from '../commits.ts';
import { callApi } from '../usecases/callApi.ts';
import type { Context, KeyCaller } from '../usecases/ports.ts';
import { serveApiPage } from './apiPage.ts';
import { apiProblemOf, languageAsked, notFound } from './apiProblem.ts';
import { jsonSchemaOf, openapiDocument } from './openapi.ts';
import { bug, malformed } from './problem.ts';
import { makeRate } from './rate.ts';

/** A list of the greatest length, each letter of it of three bytes. */
const largestBodyBytes = 2_000_000;

type Done<T> = Result<T, Problem>;
type Message = Readonly<Record<string, unknown>>;

/** The key that a call comes with; nothing of it is logged. */
const keyIn = ({ headers }: FastifyRequest): string =>
  /^Bearer (\S{1,200})$/u.exec(headers.authorization ?? '')?.[1] ?? '';

/** Who calls, unless the key is wrong or calls too often. Wrong keys are counted by address: no key can be guessed. */
export function keyHolder(context: Context): (request: FastifyRequest) => Done<KeyCaller> {
  const waitMs = makeRate();
  return (request) => {
    const caller = callerOfKey(context, keyIn(request));
    const wait = waitMs(caller === null ? request.ip : `key ${caller.keyId}`, context.now());
    if (wait > 0) return err(refuse('tooManyRequests', { seconds: Math.ceil(wait / 1000) }));
    return caller === null ? err(refuse('badApiKey')) : ok(caller);
  };
}

/** The same, if the key has a scope. */
export const mayUse = (holder: Done<KeyCaller>, scope: ApiScope): Done<KeyCaller> =>
  !holder.ok || holder.value.scopes.includes(scope) ? holder : err(refuse('scopeMissing', { scope }));

/** Answers with a problem, in the language that was asked for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const said = apiProblemOf(problem, languageAsked(request.headers['accept-language']));
  if (problem.kind === 'refused' && said.status === 429)
    reply.header('retry-after', String(problem.detail?.['seconds'] ?? 1));
  if (said.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(said.status).type('application/problem+json').send(JSON.stringify(said));
}

/** Reads the input of one call: of its path, and its query or its body. Numbers in addresses are texts first. */
function inputReader({ input, method }: Operation): (request: FastifyRequest) => Done<Message> {
  const numbers = new Set(
    Object.entries(jsonSchemaOf(input).properties ?? {})
      .filter(([, { type }]) => type === 'integer')
      .map(([member]) => member),
  );
  const fromAddress = (members: unknown): Message =>
    Object.fromEntries(
      Object.entries(members as Message).map(([member, text]) => {
        const isNumber = numbers.has(member) && typeof text === 'string' && /^\d{1,15}$/u.test(text);
        return [member, isNumber ? Number(text) : text];
      }),
    );
  return ({ params, query, body }) => {
    const given = method === 'GET' ? fromAddress(query) : (body ?? {});
    if (typeof given !== 'object' || Array.isArray(given))
      return err({ kind: 'malformed', where: '', what: 'not an object' });
    const parsed = input.safeParse({ ...given, ...fromAddress(params) });
    return parsed.success ? ok(parsed.data) : err(malformed(parsed.error));
  };
}

/** Under which id a call is done once; one that only reads needs none. */
function idOf({ headers }: FastifyRequest, { method }: Operation): Done<string> {
  if (method === 'GET') return ok('');
  const parsed = requestId.safeParse(headers['idempotency-key']);
  return parsed.success
    ? ok(parsed.data)
    : err({ kind: 'malformed', where: 'Idempotency-Key', what: 'not a UUID' });
}

/**
 * The HTTP API of the contract, its description, and the page of that.
 * @param publish called when something has changed.
 */
export async function bindApi(
  app: FastifyInstance,
  context: Context,
  commits: Commits,
  holderOf: (request: FastifyRequest) => Done<KeyCaller>,
  publish: () => void,
  log: Logger,
): Promise<void> {
  const serve = (api: FastifyInstance, name: OperationName): void => {
    const operation: Operation = operations[name];
    const { path, method, scope } = operation;
    const read = inputReader(operation);
    const carryOut = (request: FastifyRequest): Done<unknown> => {
      // Who may not do it is told nothing of what would have been wrong with it.
      const holder = mayUse(holderOf(request), scope);
      if (!holder.ok) return holder;
      const id = idOf(request, operation);
      if (!id.ok) return id;
      const input = read(request);
      if (!input.ok) return input;
      const done = callApi(context, name, input.value as never, id.value, holder.value);
      if (done.ok && method === 'POST') publish();
      log.info({ call: name, key: holder.value.keyId, outcome: done.ok ? 'done' : done.error.code }, 'api');
      return done;
    };
    api.route({
      method,
      url: path.replace(/\{(\w+)\}/gu, ':$1'),
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const done = await commits.run(() => carryOut(request));
        return done.ok ? reply.send(done.value) : sendProblem(request, reply, done.error);
      },
    });
  };

  await app.register(
    (api, _options, ready) => {
      for (const name of operationNames) serve(api, name);
      api.get('/openapi.json', (_request, reply) =>
        reply.header('cache-control', 'no-cache').send(openapiDocument(context.publicUrl())),
      );
      serveApiPage(api);
      api.setNotFoundHandler((request, reply) =>
        reply
          .code(404)
          .type('application/problem+json')
          .send(JSON.stringify(notFound(languageAsked(request.headers['accept-language'])))),
      );
      api.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) =>
        sendProblem(
          request,
          reply,
          (error.statusCode ?? 500) < 500
            ? { kind: 'malformed', where: '', what: error.message }
            : bug(log, `${request.method} ${request.routeOptions.url ?? ''}`, error),
        ),
      );
      ready();
    },
    { prefix: apiRoot, bodyLimit: largestBodyBytes },
  );
}
