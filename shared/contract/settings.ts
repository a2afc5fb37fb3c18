import { z } from 'zod';
import { endOfDay } from '../domain/timeOfDay.ts';
import { bilingualText, businessDay, colour, counterId, fieldId } from './schemas.ts';

/** What managers set, as it goes over the wire. */

export const population = z.enum(['general', 'asian']);
export type Population = z.infer<typeof population>;

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
/** What a field's numbers begin with; one or two letters are still read aloud quickly. */
export const fieldPrefix = z.string().regex(/^[A-Z]{1,2}$/);
/** A service field as a manager describes it. */
export const fieldSetting = z.strictObject({
  prefix: fieldPrefix,
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

/** Minutes since local midnight. */
const minuteOfDay = z
  .int()
  .min(0)
  .max(endOfDay - 1);
/** It ends after it begins, at the latest with the day. */
const span = z
  .strictObject({
    fromMinute: minuteOfDay,
    toMinute: z.int().min(1).max(endOfDay),
  })
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

/** The shortest times for which things may be kept, days, and the longest for any of them. */
export const retentionLimits = {
  templatesDays: 1,
  visitorsDays: 30,
  textsDays: 1,
  recognitionsDays: 1,
  auditDays: 365,
  most: 7_305,
} as const;
const days = (least: number): z.ZodInt => z.int().min(least).max(retentionLimits.most);
/** For how many days things are kept. Faces and visitors: since the last visit; the others: since they were written. */
export const retention = z.strictObject({
  templatesDays: days(retentionLimits.templatesDays),
  visitorsDays: days(retentionLimits.visitorsDays),
  /** Notes, remarks and the names of appointments. */
  textsDays: days(retentionLimits.textsDays),
  recognitionsDays: days(retentionLimits.recognitionsDays),
  auditDays: days(retentionLimits.auditDays),
});
export type Retention = z.infer<typeof retention>;

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

const waitLimit = z
  .int()
  .min(60_000)
  .max(8 * 3_600_000);
/** From when on the live floor says that a line or a wait is long, and very long. */
export const floorLimits = z
  .strictObject({
    longLine: z.int().min(1).max(998),
    veryLongLine: z.int().min(2).max(999),
    longWaitMs: waitLimit,
    veryLongWaitMs: waitLimit,
  })
  .refine((limits) => limits.longLine < limits.veryLongLine && limits.longWaitMs < limits.veryLongWaitMs);
export type FloorLimits = z.infer<typeof floorLimits>;

/** Lower ranks are called first. */
export const workField = z.strictObject({ fieldId, rank: z.int().min(1).max(9) });

/** How long a picture of the media folder may stay, s. */
export const slideSeconds = { least: 3, most: 120 } as const;
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
  quietFrom: minuteOfDay,
  quietTo: minuteOfDay,
  /** Whether pictures and films of the media folder are shown beside the calls. */
  slides: z.boolean(),
  slideSeconds: z.int().min(slideSeconds.least).max(slideSeconds.most),
});
export type WallSetting = z.infer<typeof wallSetting>;
