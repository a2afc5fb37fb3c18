import type { Problem } from '../contract/problems.ts';
import { problem } from '../contract/problems.ts';
import type { RouteInput, RouteOutput, RoutePath } from '../contract/routes.ts';
import { routes } from '../contract/routes.ts';

/** Sends one of the contract's HTTP requests (log in, log out, pair). Never throws. */
export async function post<P extends RoutePath>(
  path: P,
  input: RouteInput<P>,
): Promise<
  | { readonly ok: true; readonly value: RouteOutput<P> }
  | { readonly ok: false; readonly problem: Problem | { readonly kind: 'offline' } }
> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: routes[path].output.parse(body) as RouteOutput<P> };
    return { ok: false, problem: problem.parse(body) };
  } catch {
    return { ok: false, problem: { kind: 'offline' } };
  }
}
