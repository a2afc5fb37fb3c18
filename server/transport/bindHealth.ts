import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { KeyCaller } from '../usecases/ports.ts';
import { isLocal } from './auth.ts';
import { mayUse, sendProblem } from './bindApi.ts';

/** What has to be so before visitors are sent here. */
export type Readiness = Readonly<Record<'database' | 'schema' | 'faces', boolean>>;

/**
 * For what watches the server: `/readyz` whether it can do its work, `/metrics` how it fares.
 * @param readiness looked at anew at most every few seconds by whoever gives it.
 * @param metrics in Prometheus's text form; for this machine, and for keys with the scope.
 */
export function bindHealth(
  app: FastifyInstance,
  readiness: () => Readiness,
  metrics: { readonly contentType: string; readonly text: () => Promise<string> },
  holderOf: (request: FastifyRequest) => Result<KeyCaller, Problem>,
): void {
  app.get('/readyz', (_request, reply) => {
    const checks = readiness();
    const ok = Object.values(checks).every(Boolean);
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, checks });
  });
  app.get('/metrics', async (request, reply) => {
    const { headers, ip: address } = request;
    if (!isLocal({ address, headers, sessionToken: undefined })) {
      const holder = mayUse(holderOf(request), 'metrics');
      if (!holder.ok) return sendProblem(request, reply, holder.error);
    }
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}
