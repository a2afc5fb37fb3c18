import { timingSafeEqual } from 'node:crypto';
import type { Vault } from './ports.ts';

const idBytes = 16;
const proofBytes = 16;

const proofOf = (vault: Vault, purpose: string, id: string): Buffer =>
  vault.digest(purpose, id).subarray(0, proofBytes);

/** 16 bytes as a UUID is written. */
const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');

/**
 * What opens the page of one thing: its id and 128 bits of HMAC-SHA-256 over it with a key of the office's own, as 43
 * signs of base64url. Nobody can make one without the key, not even who knows the id, which itself has 122 random bits;
 * so nothing needs to be stored, and paper holds through restarts.
 * @param id a UUID.
 */
export const ownTokenOf = (vault: Vault, purpose: string, id: string): string =>
  Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), proofOf(vault, purpose, id)]).toString(
    'base64url',
  );

/**
 * The id that a token names, and whether the token is its own; the comparison takes the same time wherever the two
 * differ. Null if it is no token at all.
 */
export function readOwnToken(
  vault: Vault,
  purpose: string,
  token: string,
): { readonly id: string; readonly genuine: boolean } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== idBytes + proofBytes) return null;
  const id = uuidOf(bytes.subarray(0, idBytes));
  return { id, genuine: timingSafeEqual(bytes.subarray(idBytes), proofOf(vault, purpose, id)) };
}
