import type { TicketId } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';

/** The address of a ticket's phone page. */
export const trackUrlOf = (_context: Context, _id: TicketId): string => '';
