import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import type { Certificate } from './tls/certificate.ts';
import { limitConnections } from './transport/openConnections.ts';

/** Of a post; the API's are larger. */
const largestBodyBytes = 16_384;

/**
 * Makes the HTTP server; one for https is used like any other from here on.
 * @param how `tls`: to speak https with; null: plain http. `arriveMs`: how long a request may take to come in whole, ms.
 */
export function makeHttp({
  tls,
  arriveMs,
}: {
  readonly tls: Certificate | null;
  readonly arriveMs: number;
}): FastifyInstance {
  const options = { bodyLimit: largestBodyBytes, requestTimeout: arriveMs };
  const patience = { headersTimeout: arriveMs, connectionsCheckingInterval: arriveMs / 4 };
  const app =
    tls === null
      ? fastify({ ...options, http: patience })
      : fastify({ ...options, https: { ...patience, ...tls } });
  limitConnections(app.server);
  return app;
}
