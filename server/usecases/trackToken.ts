import type { TicketId } from '../../shared/domain/ids.ts';
import { ownTokenOf, readOwnToken } from './ownToken.ts';
import type { Context, Vault } from './ports.ts';

/** The address of a ticket's phone page. */
export const trackUrlOf = (
  { vault, publicUrl }: Pick<Context, 'vault' | 'publicUrl'>,
  id: TicketId,
): string => `${publicUrl()}/t/${ownTokenOf(vault, 'track', id)}`;

/** The ticket that a token names, and whether the token is its own. Null if it is no token at all. */
export function readTrackToken(
  vault: Vault,
  token: string,
): { readonly ticketId: TicketId; readonly genuine: boolean } | null {
  const read = readOwnToken(vault, 'track', token);
  return read && { ticketId: read.id as TicketId, genuine: read.genuine };
}
