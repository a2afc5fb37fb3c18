import { readFile } from 'node:fs/promises';
import { net, protocol } from 'electron';
import type { RoutePath } from '../../shared/contract/routes.ts';
import type { Folders } from './files.ts';
import { contentTypeOf, fileFor } from './files.ts';
import { pageHeaders } from './headers.ts';
import { scheme, isOwnPage } from './page.ts';

/**
 * The requests that the page makes over plain HTTP: pairing, before it may have a socket, and to be read to. They are
 * passed on, so that the server needs to accept no page of another origin for them.
 */
const passedOn: readonly RoutePath[] = ['/api/pair', '/api/speak'];

const refusal = (status: number): Response => new Response(null, { status });

async function passOn(request: Request, serverUrl: string, path: RoutePath): Promise<Response> {
  try {
    const answer = await net.fetch(serverUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: await request.text(),
      credentials: 'omit',
      redirect: 'error',
    });
    const headers = { 'content-type': 'application/json' };
    return new Response(await answer.text(), { status: answer.status, headers });
  } catch {
    // The page takes an answer without a body for a server that is away.
    return refusal(502);
  }
}

async function answerFile(request: Request, path: string, folders: Folders, headers: Record<string, string>) {
  const file = fileFor(path, folders);
  if (file === null) return refusal(400);
  try {
    // At once rather than as a stream: files inside the application's archive can be read no other way.
    const content = await readFile(file);
    const body = request.method === 'HEAD' ? null : content;
    return new Response(body, { headers: { ...headers, 'content-type': contentTypeOf(file) } });
  } catch {
    return refusal(404);
  }
}

/** Makes `app://` a place with an origin of its own. Must be called before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/**
 * Serves the kiosk's page and models at `app://kiosk`, from files of this machine, so that the page is there and can
 * say what is the matter when the server is not. Anything but reading one of these files, and these requests, is refused.
 */
export function servePage(serverUrl: string, folders: Folders): void {
  const headers = pageHeaders(serverUrl);
  protocol.handle(scheme, async (request) => {
    if (!isOwnPage(request.url)) return refusal(404);
    const path = new URL(request.url).pathname;
    const wanted = passedOn.find((one) => one === path);
    if (wanted !== undefined && request.method === 'POST') return passOn(request, serverUrl, wanted);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
    return answerFile(request, path, folders, headers);
  });
}
