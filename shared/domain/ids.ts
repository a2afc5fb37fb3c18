import type { Brand } from '../kernel/brand.ts';

/** UUID made by the server. */
export type TicketId = Brand<string, 'TicketId'>;
export type FieldId = Brand<number, 'FieldId'>;
export type CounterId = Brand<number, 'CounterId'>;
export type OfficerId = Brand<number, 'OfficerId'>;
/** UUID made by the server. */
export type VisitorId = Brand<string, 'VisitorId'>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Millis = number;
/** `yyyy-mm-dd` in the office's time zone. */
export type BusinessDay = Brand<string, 'BusinessDay'>;
/** `yyyy-mm-dd`, a day of the calendar that was or will be, such as that of somebody's birth. */
export type IsoDay = Brand<string, 'IsoDay'>;
