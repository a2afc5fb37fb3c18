import { z } from 'zod';
import type { BusinessDay, CounterId, FieldId, OfficerId, TicketId } from '../domain/ids.ts';

/** The small schemas that requests and views are made of. */

export const requestId = z.uuid();
export const ticketId = z.uuid().transform((id) => id as TicketId);
export const fieldId = z
  .int()
  .positive()
  .transform((id) => id as FieldId);
export const counterId = z
  .int()
  .positive()
  .transform((id) => id as CounterId);
export const officerId = z
  .int()
  .positive()
  .transform((id) => id as OfficerId);
export const businessDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((day) => day as BusinessDay);
/** ms since 1970. */
export const millis = z.int().nonnegative();

export const language = z.enum(['vi', 'en']);
export type Language = z.infer<typeof language>;

/** One embedding: as many finite numbers as the model set has dimensions (checked against the set by the server). */
const embedding = z.array(z.number().min(-100).max(100)).min(64).max(2048);
export const modelId = z.string().regex(/^[a-z0-9-]{1,40}$/);
export const embeddings = z.array(embedding).min(1).max(12);
/** A sealed reference to a visitor, valid for a few minutes; means nothing to whoever holds it. */
export const visitorRef = z.string().regex(/^[A-Za-z0-9_-]{20,400}$/);

export const personName = z
  .string()
  // First made one way, so that a name counts as many letters however it was typed.
  .normalize('NFC')
  .trim()
  .overwrite((name) => name.replace(/\s+/gu, ' '))
  .min(1)
  .max(80)
  // Letters of any script with their marks, spaces, and the few signs that names have.
  .regex(/^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u);

export const waitRange = z.strictObject({ p50Ms: millis, p90Ms: millis });
export const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
export const role = z.enum(['officer', 'manager', 'admin']);
export type Role = z.infer<typeof role>;
