import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import type { PushSubscription } from '../../shared/contract/schemas.ts';

/** A message as a push service gets it, and as the phone's browser opens it. */
export type Pushed = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  /** What the phone is told. */
  readonly message: unknown;
  /** What the office says of itself, if it signed that. */
  readonly claims: { readonly aud: string; readonly sub: string; readonly exp: number };
};

/** A phone whose browser has subscribed, and the push service that it is reached through. */
export type FakePush = {
  readonly subscription: PushSubscription;
  readonly pushed: readonly Pushed[];
  /** Where the service has the phone. */
  readonly path: string;
  /** How the service answers from now on; null: never. */
  answer: number | null;
  /** Whether it cannot be reached. */
  isAway: boolean;
  /** How often it was tried to reach it. */
  readonly tries: () => number;
  /** What the server is given to reach it by. */
  readonly fetch: typeof globalThis.fetch;
};

const bits = (secret: Uint8Array, salt: Uint8Array, info: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** Opens a message as RFC 8291 has browsers do it, written anew so that it shares no mistake with the sender. */
function opened(body: Buffer, phone: ReturnType<typeof createECDH>, auth: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const office = body.subarray(21, 21 + (body[20] ?? 0));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), phone.getPublicKey(), office]);
  const input = bits(phone.computeSecret(office), auth, info, 32);
  const key = bits(input, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = bits(input, salt, 'Content-Encoding: nonce\0', 12);
  const sealed = body.subarray(21 + office.length);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // One last record: its text ends with a 2.
  const text = plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
  return JSON.parse(text);
}

/** @throws if the office did not sign it by the key it names (RFC 8292). */
function claimsOf(authorization: string): Pushed['claims'] {
  const { t = '', k = '' } = /^vapid t=(?<t>[^,]+), k=(?<k>.+)$/u.exec(authorization)?.groups ?? {};
  const [head = '', body = '', signature = ''] = t.split('.');
  const point = Buffer.from(k, 'base64url');
  const half = (from: number): string => point.subarray(from, from + 32).toString('base64url');
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }, format: 'jwk' });
  const isTrue = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isTrue) throw new Error('the office did not sign it');
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Pushed['claims'];
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> =>
  Buffer.concat((await request.toArray()) as Buffer[]);

/** A phone and its push service, which listens on this machine and goes when the test does. */
export async function fakePush(): Promise<FakePush> {
  const phone = createECDH('prime256v1');
  const auth = randomBytes(16);
  const pushed: Pushed[] = [];
  const path = `/fcm/send/${randomBytes(12).toString('hex')}`;
  let tries = 0;
  const service = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (push.answer === null) return;
      if (push.answer < 300)
        pushed.push({
          path: request.url ?? '',
          headers: request.headers,
          bytes: body,
          message: opened(body, phone, auth),
          claims: claimsOf(request.headers.authorization ?? ''),
        });
      response.writeHead(push.answer, { location: '/elsewhere' }).end('said the service');
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    service.closeAllConnections();
    service.close();
  });
  const { port } = service.address() as AddressInfo;
  const push: FakePush = {
    subscription: {
      endpoint: `https://fcm.googleapis.com${path}`,
      p256dh: phone.generateKeys('base64url'),
      auth: auth.toString('base64url'),
    },
    path,
    pushed,
    answer: 201,
    tries: () => tries,
    fetch: (url, init) => {
      tries += 1;
      const { protocol, host, pathname } = new URL(url as string);
      expect([protocol, host]).toEqual(['https:', 'fcm.googleapis.com']);
      // Port 9 takes nothing anywhere.
      return fetch(`http://127.0.0.1:${push.isAway ? 9 : port}${pathname}`, init);
    },
    isAway: false,
  };
  return push;
}
