import { z } from 'zod';
import { dossierStates, dossierSteps } from '../domain/dossier.ts';
import { letterKinds } from '../domain/letter.ts';
import { dataRequestKinds } from '../domain/dataRequest.ts';
import type {
  BusinessDay,
  CounterId,
  FieldId,
  IsoDay,
  OfficerId,
  TicketId,
  VisitorId,
} from '../domain/ids.ts';
import { longestName } from '../domain/name.ts';
import { endOfDay } from '../domain/timeOfDay.ts';

/** The small schemas that requests and views are made of. */

export const requestId = z.uuid();
export const ticketId = z.uuid().transform((id) => id as TicketId);
export const visitorId = z.uuid().transform((id) => id as VisitorId);
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
/** A day of the calendar: one that there is not could be stored, and then not be counted from. */
const calendarDay = z.iso.date().refine((day) => day >= '1900' && day < '2100');
export const businessDay = calendarDay.transform((day) => day as BusinessDay);
/** ms since 1970, up to the year 9999, so that any of them can be written as a date. */
export const millis = z.int().min(0).max(253_370_764_800_000);

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
  .max(longestName)
  // Letters of any script with their marks, spaces, and the few signs that names have.
  .regex(/^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u);

export const waitRange = z.strictObject({ p50Ms: millis, p90Ms: millis });
export const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
export const role = z.enum(['officer', 'manager', 'admin']);
export type Role = z.infer<typeof role>;

/** All that is asked of who shows no card: it settles a doubt, and tells who is of age. */
export const birthYear = z.int().min(1900).max(2100);
/** A day of the calendar that somebody can have been born on. */
export const birthDate = calendarDay.transform((day) => day as IsoDay);
/** What finds the owner of a citizen card: an altered number alone finds nobody. */
export const cardFacts = z.strictObject({ idNumber: z.string().regex(/^\d{12}$/), birthDate });
/** What somebody said of themselves, or what the code of their card said, which nobody has checked. */
export const factsFrom = z.enum(['said', 'card']);
/** How clear the pictures were that embeddings were made of, all together. */
export const quality = z.number().min(0).max(1);
export const bilingualText = z.strictObject({
  vi: z.string().trim().min(1).max(300),
  en: z.string().trim().min(1).max(300),
});
export const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
export const priorityCode = z.string().regex(/^[A-Z0-9_]{1,30}$/);
/** Fields still to come, one after another. */
export const legs = z.array(fieldId).max(4);
/** What an officer writes about a ticket; it may name the visitor, so it is kept sealed. */
export const note = z.string().normalize('NFC').trim().min(1).max(500);
export const appointmentCode = z.string().regex(/^\d{4,8}$/);

/** What came of a service. */
export const serviceResult = z.enum(['completed', 'received', 'supplement', 'refused', 'returned']);
export type ServiceResult = z.infer<typeof serviceResult>;
export const outcome = z.strictObject({
  result: serviceResult,
  procedures: z
    .array(z.strictObject({ key: z.string().min(1).max(60), count: z.int().min(1).max(99) }))
    .max(20),
  dossierCodes: z.array(z.string().trim().min(1).max(40)).max(20),
});

/** A dossier's code as it is printed: in capitals, however it was typed or scanned. */
export const dossierCode = z
  .string()
  .normalize('NFC')
  .trim()
  .regex(/^[0-9A-Za-zĐđ][0-9A-Za-zĐđ ./_-]{0,39}$/)
  .overwrite((code) => code.toUpperCase());
export const dossierId = z.uuid();
export const dossierState = z.enum(dossierStates);
export const dossierStep = z.enum(dossierSteps);
export const procedureKey = z.string().min(1).max(60);
/** How long a procedure may take; null: nobody knows. */
export const procedureLimit = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('immediate') }),
    z.strictObject({ kind: z.literal('sameDay'), cutoffMinute: z.int().min(0).max(endOfDay) }),
    z.strictObject({
      kind: z.enum(['workingDays', 'workingHours', 'days']),
      n: z.int().min(0).max(1000),
    }),
  ])
  .nullable();
export const letterKind = z.enum(letterKinds);

export const ratingReason = z.string().regex(/^[A-Z]{2,20}$/);

/**
 * Where a phone's browser is reached, and what it opens messages with. Only the push services of the browsers there are:
 * whatever else a page names, the server sends nothing there.
 */
export const pushSubscription = z.strictObject({
  endpoint: z
    .string()
    .max(800)
    .regex(
      /^https:\/\/(fcm\.googleapis\.com|jmt17\.google\.com|[a-z0-9-]{1,40}\.push\.apple\.com|([a-z0-9-]{1,40}\.)?updates\.push\.services\.mozilla\.com|[a-z0-9-]{1,40}\.notify\.windows\.com)\/[A-Za-z0-9_.~:%?=&+/-]{1,700}$/,
    ),
  /** The browser's public key: 65 bytes, base64url. */
  p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}$/),
  /** 16 bytes, base64url. */
  auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
});
export type PushSubscription = z.infer<typeof pushSubscription>;
export const dataRequestKind = z.enum(dataRequestKinds);
/** What staff write about a person's request or a breach; kept sealed. */
export const personalNote = z.string().normalize('NFC').trim().min(1).max(1000);
export const breachFacts = z.strictObject({
  what: personalNote,
  /** Whose data, and which. */
  data: personalNote,
  /** How many people; null while it is not known. */
  people: z.int().nonnegative().max(100_000_000).nullable(),
  measures: z.string().normalize('NFC').trim().max(1000),
});
export type BreachFacts = z.infer<typeof breachFacts>;
