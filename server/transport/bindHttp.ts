import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Problem } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { RouteOutput, RoutePath } from '../../shared/contract/routes.ts';
import { routes } from '../../shared/contract/routes.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Commits } from '../usecases/commits.ts';
import type { Context } from '../usecases/ports.ts';
import { makeAttempts } from './attempts.ts';
import { kioskCaller, logIn, loginName, logOut, pair, sessionCookie, sessionMs } from './auth.ts';
import type { Folders } from './pages.ts';
import { serveDanBiet } from './danBiet.ts';
import { serveDossierPage } from './dossierPage.ts';
import { secure, serveFiles } from './pages.ts';
import { malformed, problemOf } from './problem.ts';
import type { Screens } from './screens.ts';
import type { WallSources } from './wallFiles.ts';
import { serveWallFiles } from './wallFiles.ts';

type Done<T> = Result<T, Problem>;

/**
 * Failed tries are slowed down by name and by address, whatever is being guessed. They are made one after the other, so
 * that many at once are no way around, and a whole office that logs in behind one address is not taken for a guesser.
 */
function guarded(now: () => number) {
  const attempts = makeAttempts();
  let last: Promise<unknown> = Promise.resolve();
  return <T>(keys: readonly string[], tryIt: () => Done<T> | Promise<Done<T>>): Promise<Done<T>> => {
    const turn = last.then(async (): Promise<Done<T>> => {
      const waitMs = Math.max(...keys.map((key) => attempts.waitMs(key, now())));
      if (waitMs > 0) return err(refuse('tooManyAttempts', { seconds: Math.ceil(waitMs / 1000) }));
      const done = await tryIt();
      for (const key of keys)
        if (done.ok) attempts.succeeded(key);
        else attempts.failed(key, now());
      return done;
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

const codeOf = (problem: Problem): string => (problem.kind === 'refused' ? problem.code : problem.kind);
const statusOf = (problem: Problem): number =>
  problem.kind === 'malformed' ? 400 : problem.kind === 'bug' ? 500 : 403;

/** The few plain HTTP routes of the contract, the pages, and the models. */
export async function bindHttp(
  app: FastifyInstance,
  context: Context,
  commits: Commits,
  screens: Screens,
  folders: Folders,
  wallSources: WallSources,
  log: Logger,
): Promise<void> {
  await secure(app);
  await app.register(cookie);
  await serveFiles(app, folders);
  serveWallFiles(app, context, wallSources);
  serveDossierPage(app, context);
  serveDanBiet(app, context);
  const guard = guarded(context.now);

  const post = <P extends RoutePath>(
    path: P,
    run: (
      input: (typeof routes)[P]['input']['_output'],
      request: FastifyRequest,
      reply: FastifyReply,
    ) => Done<RouteOutput<P>> | Promise<Done<RouteOutput<P>>>,
  ): void => {
    app.post(path, async (request, reply) => {
      const parsed = routes[path].input.safeParse(request.body);
      const done = parsed.success ? await run(parsed.data, request, reply) : err(malformed(parsed.error));
      // Nobody is told before it is on disk.
      await commits.run(() => undefined);
      return done.ok ? done.value : reply.code(statusOf(done.error)).send(done.error);
    });
  };

  post('/api/login', async ({ login, password }, request, reply) => {
    const name = loginName(login);
    const done = await guard([`login ${name}`, `address ${request.ip}`], () =>
      logIn(context, name, password),
    );
    // Not the name that was typed: people type their passwords there.
    const by = done.ok ? done.value.officer.id : null;
    log.info({ address: request.ip, by, outcome: done.ok ? 'done' : codeOf(done.error) }, 'log-in');
    if (!done.ok) return done;
    const { officer, token } = done.value;
    // Whatever the browser came with is over: nobody goes on with a session that they, or somebody else, had before.
    const earlier = request.cookies[sessionCookie];
    if (earlier !== undefined) {
      logOut(context, earlier);
      screens.publish();
    }
    reply.setCookie(sessionCookie, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      path: '/',
      maxAge: sessionMs / 1000,
    });
    return ok({ name: officer.name, role: officer.role });
  });
  post('/api/logout', (_input, request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined) logOut(context, token);
    reply.clearCookie(sessionCookie, { path: '/' });
    screens.publish();
    return ok({});
  });
  post('/api/pair', async ({ code }, request) => {
    const done = await guard([`pairing ${request.ip}`], () => pair(context, code));
    log.info({ address: request.ip, outcome: done.ok ? 'done' : codeOf(done.error) }, 'pairing');
    if (done.ok) screens.publish();
    return done;
  });
  post('/api/speak', async ({ token, language, text }, { ip, headers }) => {
    const caller = kioskCaller(context, { address: ip, headers, sessionToken: undefined }, token);
    if (!caller.ok) return err(refuse('notAllowed'));
    if (!context.wallMaterial.voice().made.includes(language)) return err(refuse('noVoice'));
    const wav = await wallSources.say(language, text).catch(() => null);
    return wav === null ? err(refuse('noVoice')) : ok({ wav: wav.toString('base64') });
  });
  app.get('/healthz', () => ({ ok: true }));
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ kind: 'malformed', where: '', what: 'not found' } satisfies Problem),
  );
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    const problem: Problem =
      status < 500
        ? { kind: 'malformed', where: '', what: error.message }
        : problemOf(log, `${request.method} ${request.routeOptions.url ?? ''}`, error);
    return reply.code(status).send(problem);
  });
}
