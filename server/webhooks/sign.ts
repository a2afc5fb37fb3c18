import { createHmac } from 'node:crypto';
import type { Delivery } from '../usecases/deliveries.ts';

/** What is sent of a delivery: always the same bytes, so that a receiver may compare. */
export const bodyOf = ({ type, at, data }: Pick<Delivery, 'type' | 'at' | 'data'>): string =>
  JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: JSON.parse(data) as unknown });

/**
 * The headers of Standard Webhooks: an HMAC-SHA256 over id, time and body by each secret that is good now.
 * @param now ms; receivers turn away what was signed long ago.
 */
export function signedHeaders(
  { eventId, secrets }: Pick<Delivery, 'eventId' | 'secrets'>,
  body: string,
  now: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
