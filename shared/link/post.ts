import type { Problem } from '../contract/problems.ts';
import { problem } from '../contract/problems.ts';
import type { RouteInput, RouteOutput, RoutePath } from '../contract/routes.ts';
import { routes } from '../contract/routes.ts';
import type { Reply } from './ask.ts';

const patienceMs = 10_000;

/** Sends one of the contract's HTTP requests (log in, log out, pair) and waits at most 10 s. Never throws. */
export async function post<P extends RoutePath>(
  path: P,
  input: RouteInput<P>,
): Promise<Reply<RouteOutput<P>>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(patienceMs),
    });
    const body: unknown = await response.json();
    const answer = (response.ok ? routes[path].output : problem).safeParse(body);
    if (!answer.success) return { ok: false, problem: { kind: 'malformed', where: path, what: 'answer' } };
    return response.ok
      ? { ok: true, value: answer.data as RouteOutput<P> }
      : { ok: false, problem: answer.data as Problem };
  } catch {
    return { ok: false, problem: { kind: 'offline' } };
  }
}
