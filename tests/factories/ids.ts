import type {
  BusinessDay,
  CounterId,
  FieldId,
  Millis,
  OfficerId,
  TicketId,
  VisitorId,
} from '../../shared/domain/ids.ts';

/** Plain numbers and texts as the ids they stand for in a test. */

export const fieldId = (id: number): FieldId => id as FieldId;
export const counterId = (id: number): CounterId => id as CounterId;
export const officerId = (id: number): OfficerId => id as OfficerId;

const uuid = (kind: string, id: number): string =>
  `00000000-0000-4000-${kind}000-${String(id).padStart(12, '0')}`;

export const ticketId = (id: number): TicketId => uuid('8', id) as TicketId;
export const visitorId = (id: number): VisitorId => uuid('9', id) as VisitorId;

/** A working Monday in Hà Nội, and the moment its office opens: 8:00. */
export const today = '2026-11-23' as BusinessDay;
export const opening: Millis = Date.UTC(2026, 10, 23, 1);
export const minutes = (count: number): Millis => count * 60_000;
