import { createECDH } from 'node:crypto';
import webPush from 'web-push';
import type { PushSubscription } from '../../shared/contract/schemas.ts';
import type { PushKey } from '../usecases/pushStore.ts';

/** Hands a message over to the push service of a phone's browser. `gone`: that knows the phone no longer. */
export type SendPush = (
  subscription: PushSubscription,
  message: object,
  signal: AbortSignal,
) => Promise<'taken' | 'gone'>;

const patienceMs = 10_000;
/** Later it is no news any more. */
const holdsSeconds = 15 * 60;
const encoding = 'aes128gcm';

/** A new key by which push services know an office. */
export function makePushKey(): PushKey {
  const pair = createECDH('prime256v1');
  return {
    publicKey: pair.generateKeys('base64url'),
    // Node leaves zeros in front away.
    privateKey: Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  };
}

/**
 * Sends over HTTP with `fetch`, encrypted for the phone alone (RFC 8291) and signed by the office (RFC 8292). Rejects if
 * the service cannot be reached, takes too long or refuses.
 * @param subject where push services find who sends: an https address.
 */
export function pushSender(
  fetch: typeof globalThis.fetch,
  key: () => PushKey,
  subject: () => string,
): SendPush {
  return async ({ endpoint, p256dh, auth }, message, signal) => {
    const { publicKey, privateKey } = key();
    const { cipherText } = webPush.encrypt(p256dh, auth, JSON.stringify(message), encoding);
    const { origin } = new URL(endpoint);
    const signed = webPush.getVapidHeaders(origin, subject(), publicKey, privateKey, encoding);
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        ...signed,
        'content-encoding': encoding,
        'content-type': 'application/octet-stream',
        ttl: String(holdsSeconds),
        urgency: 'high',
      },
      body: new Uint8Array(cipherText),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return 'gone';
    if (!response.ok) throw new Error(`the push service answers ${response.status}`);
    return 'taken';
  };
}
