import { timingSafeEqual } from 'node:crypto';
import type { TicketId } from '../../shared/domain/ids.ts';
import type { Context, Vault } from './ports.ts';

const idBytes = 16;
const proofBytes = 16;

const proofOf = (vault: Vault, id: TicketId): Buffer => vault.digest('track', id).subarray(0, proofBytes);

/** 16 bytes as a UUID is written. */
const uuidOf = (bytes: Buffer): TicketId =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5') as TicketId;

/**
 * What opens the phone page of a ticket: the ticket's id and 128 bits of HMAC-SHA-256 over it with a key of the office's
 * own, as 43 signs of base64url. Nobody can make one without the key, not even who knows the id, which itself has 122
 * random bits; so nothing needs to be stored, and a ticket's paper holds through restarts.
 */
const trackTokenOf = (vault: Vault, id: TicketId): string =>
  Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), proofOf(vault, id)]).toString('base64url');

/** The address of a ticket's phone page. */
export const trackUrlOf = (
  { vault, publicUrl }: Pick<Context, 'vault' | 'publicUrl'>,
  id: TicketId,
): string => `${publicUrl()}/t/${trackTokenOf(vault, id)}`;

/**
 * The ticket that a token names, and whether the token is its own; the comparison takes the same time wherever the two
 * differ. Null if it is no token at all.
 */
export function readTrackToken(
  vault: Vault,
  token: string,
): { readonly ticketId: TicketId; readonly genuine: boolean } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== idBytes + proofBytes) return null;
  const ticketId = uuidOf(bytes.subarray(0, idBytes));
  return { ticketId, genuine: timingSafeEqual(bytes.subarray(idBytes), proofOf(vault, ticketId)) };
}
