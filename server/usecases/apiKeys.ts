import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context, KeyCaller } from './ports.ts';

/** `luot_`, eight signs by which it is found, and the secret. */
const form = /^luot_([0-9a-f]{8})_[\w-]{43}$/u;

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Makes a key, which is in this answer and nowhere else. */
export function makeApiKey(
  { store, now }: Context,
  { name, scopes, expiresAt }: ParsedInput<'apiKey:make'>,
  caller: Caller,
): Result<RequestOutput<'apiKey:make'>, Refused> {
  if (caller.kind !== 'officer') return err(refuse('notAllowed'));
  if (expiresAt !== null && expiresAt <= now()) return err(refuse('timePassed'));
  const prefix = `luot_${randomBytes(4).toString('hex')}`;
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`;
  // Each scope once, however often it was named.
  const granted = [...new Set(scopes)];
  store.apiKeys.add(
    { name, prefix, scopes: granted, expiresAt, keyHash: hashOf(key) },
    caller.officerId,
    now(),
  );
  return ok({ key });
}

/** Takes a key away; the next call with it is refused. */
export function revokeApiKey(
  { store, now }: Context,
  { keyId }: ParsedInput<'apiKey:revoke'>,
): Result<RequestOutput<'apiKey:revoke'>, Refused> {
  return store.apiKeys.revoke(keyId, now()) ? ok({}) : err(refuse('unknownApiKey'));
}

/** Who a key is, and notes that it was used. Null for one that is wrong, over or revoked, in the same time. */
export function callerOfKey({ store, now }: Pick<Context, 'store' | 'now'>, key: string): KeyCaller | null {
  const [, found] = form.exec(key) ?? [];
  const known = found === undefined ? null : store.apiKeys.byPrefix(`luot_${found}`);
  const isRight = timingSafeEqual(hashOf(key), known?.keyHash ?? Buffer.alloc(32));
  if (known === null || !isRight) return null;
  const { id: keyId, scopes, expiresAt } = known;
  if (expiresAt !== null && expiresAt <= now()) return null;
  store.apiKeys.used(keyId, now());
  return { kind: 'key', screen: 'api', keyId, scopes };
}
