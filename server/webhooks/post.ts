import type { LookupFunction } from 'node:net';
import { lookup as resolve } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Sent } from '../usecases/deliveries.ts';

/** Hands a body over to a receiver; never rejects. */
export type PostWebhook = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<Sent>;

const patienceMs = 10_000;

/** What the network said, in a word that names no address. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
}

class Unreachable extends Error {
  readonly code = 'address not allowed';
}

/**
 * Sends by HTTP. A name is looked up once, each of its addresses is checked, and the connection goes to one of these: a
 * name that means something else a moment later leads nowhere. Redirects are not followed, and answers not read.
 * @param mayReach whether something may be sent to an address by `http:` or `https:`.
 */
export function webhookPoster(mayReach: (protocol: string, address: string) => boolean): PostWebhook {
  return (url, headers, body, signal) => {
    const { protocol, hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/gu, '');
    const lookup: LookupFunction = (name, options, done) =>
      resolve(name, { ...options, all: true }, (error, addresses) => {
        if (error !== null) return done(error, '');
        const allowed = addresses.filter(({ address }) => mayReach(protocol, address));
        const [first] = allowed;
        if (first === undefined) return done(new Unreachable(), '');
        return options.all === true ? done(null, allowed) : done(null, first.address, first.family);
      });
    const send = protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise((answer) => {
      const fail = (error: unknown): void => answer({ ok: false, why: whyOf(error) });
      // An address that is no name is not looked up.
      if (/^[\d.]+$|:/u.test(host) && !mayReach(protocol, host)) return fail(new Unreachable());
      const timeout = AbortSignal.timeout(patienceMs);
      const sent = send(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Luot-Webhooks' },
        lookup,
        signal: AbortSignal.any([signal, timeout]),
      });
      sent.on('response', (response) => {
        const status = response.statusCode ?? 0;
        response.destroy();
        answer(status >= 200 && status < 300 ? { ok: true } : { ok: false, why: `HTTP ${status}` });
      });
      sent.on('error', (error) => fail(timeout.aborted ? timeout.reason : error));
      return void sent.end(body);
    });
  };
}
