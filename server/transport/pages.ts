import { basename, sep } from 'node:path';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentPolicy, permissionsPolicy } from '../../shared/contract/pagePolicy.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { isOwnOrigin } from './auth.ts';

/** Where the built pages and the prepared models are. */
export type Folders = { readonly kiosk: string; readonly screens: string; readonly models: string };

/** One year: the names of built assets carry a hash of their contents. */
const assetSeconds = 365 * 24 * 3600;

/** Headers that shut out what the pages never do, and the check of origins. */
export async function secure(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...contentPolicy, 'connect-src': ["'self'"] },
    },
    // Both together make the pages cross-origin isolated, without which wasm has no threads.
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    // The office's network has no certificate until it makes one.
    strictTransportSecurity: false,
  });
  // Plain text is what a form of another site can send without being asked; everything here is JSON.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
    const peer = { address: request.ip, headers: request.headers, sessionToken: undefined };
    if (request.method !== 'GET' && !isOwnOrigin(peer)) await reply.code(403).send(refuse('notAllowed'));
  });
}

/** The built pages and the prepared models. */
export async function serveFiles(app: FastifyInstance, folders: Folders): Promise<void> {
  const setHeaders = (reply: FastifyReply, path: string): void => {
    const fixed = path.includes(`${sep}assets${sep}`);
    // The worker that shows what phones are told lives under the pages of their tickets, not under its own address.
    if (basename(path).startsWith('notifier-')) reply.header('service-worker-allowed', '/t/');
    reply.header('cache-control', fixed ? `public, max-age=${assetSeconds}, immutable` : 'no-cache');
  };
  // What the build has packed is sent packed to whoever can unpack it.
  const options = { cacheControl: false, preCompressed: true, setHeaders } as const;
  await app.register(files, { ...options, root: folders.screens, prefix: '/screens/', index: false });
  await app.register(files, {
    ...options,
    decorateReply: false,
    root: folders.kiosk,
    prefix: '/kiosk/',
    index: ['index.html'],
  });
  await app.register(files, {
    ...options,
    decorateReply: false,
    root: folders.models,
    prefix: '/models/',
    index: false,
  });
  for (const page of ['wall', 'counter', 'officer', 'manage'])
    app.get(`/${page}`, (_request, reply) => reply.sendFile(`${page}.html`));
  // The page is the same for every ticket; its script takes the token from the address.
  app.get('/t/:token', (_request, reply) => reply.sendFile('track.html'));
  app.get('/kiosk', (_request, reply) => reply.redirect('/kiosk/'));
  app.get('/', (_request, reply) => reply.redirect('/kiosk/'));
}
