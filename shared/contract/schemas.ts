import { z } from 'zod';
import { dossierStates, dossierSteps } from '../domain/dossier.ts';
import { letterKinds } from '../domain/letter.ts';
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
  .max(80)
  // Letters of any script with their marks, spaces, and the few signs that names have.
  .regex(/^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u);

export const waitRange = z.strictObject({ p50Ms: millis, p90Ms: millis });
export const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
export const role = z.enum(['officer', 'manager', 'admin']);
export type Role = z.infer<typeof role>;

/** Not the whole date: the year is enough to settle a doubt and to know who is of age. */
export const birthYear = z.int().min(1900).max(2100);
export const population = z.enum(['general', 'asian']);
export type Population = z.infer<typeof population>;

export const bilingualText = z.strictObject({
  vi: z.string().trim().min(1).max(300),
  en: z.string().trim().min(1).max(300),
});
/** The drawings that kiosks have for fields. */
export const fieldIcons = [
  'stamp',
  'family',
  'map',
  'crane',
  'shop',
  'heart',
  'id',
  'school',
  'receipt',
  'info',
] as const;
export const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
/** A service field as a manager describes it. */
export const fieldSetting = z.strictObject({
  /** What its numbers begin with; one or two letters are still read aloud quickly. */
  prefix: z.string().regex(/^[A-Z]{1,2}$/),
  name: bilingualText,
  description: bilingualText,
  icon: z.enum(fieldIcons),
  colour,
  /** How long a service usually takes, ms: used until enough of them were measured. */
  serviceMs: z
    .int()
    .min(60_000)
    .max(4 * 3_600_000),
});
export type FieldSetting = z.infer<typeof fieldSetting>;
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
    z.strictObject({ kind: z.literal('sameDay'), cutoffMinute: z.int().min(0).max(1440) }),
    z.strictObject({
      kind: z.enum(['workingDays', 'workingHours', 'days']),
      n: z.int().min(0).max(1000),
    }),
  ])
  .nullable();
export const letterKind = z.enum(letterKinds);

const line = z.string().normalize('NFC').trim().max(120);
/** How codes are made, and what stands at the head and the foot of letters. */
export const dossierSetting = z.strictObject({
  /** Must name the number, so that no two dossiers share a code. */
  codePattern: z
    .string()
    .trim()
    .max(40)
    .regex(/^([0-9A-ZĐ./_-]|\{year\}){0,30}\{number\}([0-9A-ZĐ./_-]|\{year\}){0,30}$/),
  /** The body above the office, such as `UBND PHƯỜNG HÀ ĐÔNG`; may be empty. */
  superior: line,
  /** Empty: the office's name. */
  agency: line,
  /** Where letters are dated, such as `Hà Đông`. */
  place: line,
  /** Behind the number of a letter: `Số: 12/TTPVHCC`. */
  symbol: line,
  signerTitle: line,
  signerName: line,
});
export type DossierSetting = z.infer<typeof dossierSetting>;

/** Minutes since local midnight; a span ends after it begins. */
const span = z
  .strictObject({ fromMinute: z.int().min(0).max(1439), toMinute: z.int().min(1).max(1440) })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute);
/** In order and apart. */
const spans = z
  .array(span)
  .max(4)
  .refine((all) => all.every((one, i) => i === 0 || one.fromMinute >= (all[i - 1]?.toMinute ?? 0)));
export const hours = z.strictObject({
  /** Monday first; null: the office never closes. */
  week: z.array(spans).length(7).nullable(),
  /** Days unlike their weekday: holidays have no spans. */
  specialDays: z
    .array(z.strictObject({ day: businessDay, name: bilingualText, spans }))
    .max(400)
    .refine((days) => new Set(days.map(({ day }) => day)).size === days.length),
  /** No more numbers this long before the office closes for the day, ms. */
  lastTicketMs: z
    .int()
    .min(0)
    .max(8 * 3_600_000),
});
export type Hours = z.infer<typeof hours>;

const limit = z.int().min(1).max(99).nullable();
export const rules = z.strictObject({
  oneOfEvery: z.int().min(1).max(20),
  maxCalls: z.int().min(1).max(9),
  coolDownMs: z.int().min(0).max(3_600_000),
  /** An appointment this much later is a visit like any other. */
  lateToleranceMs: z
    .int()
    .min(0)
    .max(4 * 3_600_000),
  openPerVisitor: limit,
  dailyPerVisitor: limit,
  keepParked: z.boolean(),
});
export type Rules = z.infer<typeof rules>;

/** Lower ranks are called first. */
export const workField = z.strictObject({ fieldId, rank: z.int().min(1).max(9) });

export const ratingReason = z.string().regex(/^[A-Z]{2,20}$/);

/** How one wall display looks and sounds. */
export const wallSetting = z.strictObject({
  /** Whose calls it shows; empty: all. */
  fieldIds: z.array(fieldId).max(50),
  counterIds: z.array(counterId).max(200),
  /** A line at the foot of the wall. */
  notice: bilingualText.nullable(),
  /** Calls are spoken in Vietnamese, then in English. Without either there is the chime. */
  speaksVi: z.boolean(),
  speaksEn: z.boolean(),
  volumePercent: z.int().min(0).max(100),
  /** No sound between these minutes since local midnight; equal: never silent. */
  quietFrom: z.int().min(0).max(1439),
  quietTo: z.int().min(0).max(1439),
  /** Whether pictures and films of the media folder are shown beside the calls. */
  slides: z.boolean(),
  slideSeconds: z.int().min(3).max(120),
});
export type WallSetting = z.infer<typeof wallSetting>;
