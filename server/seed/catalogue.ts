import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The parts of the catalogue that a new office is made of; the rest of the file is for later use. */
const catalogue = z.object({
  settings: z.object({
    office: z.object({ nameVi: z.string(), nameEn: z.string(), timezone: z.string() }),
    call: z.object({ maxCalls: z.int() }),
    /** Days are 1 Monday to 7 Sunday; times are hh:mm. */
    openingHours: z.array(
      z.object({ days: z.array(z.int()), spans: z.array(z.tuple([z.string(), z.string()])) }),
    ),
  }),
  priorityCategories: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })),
  priorityPolicy: z.object({ oneOfEvery: z.int() }),
  rating: z.object({
    levels: z.array(z.object({ v: z.int(), vi: z.string(), en: z.string() })),
    askReasonsBelow: z.int(),
    reasons: z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() })),
  }),
  texts: z.object({
    consentTitleVi: z.string(),
    consentBodyVi: z.array(z.string()),
    consentBodyEn: z.array(z.string()),
  }),
  counterPresets: z.array(
    z.object({
      key: z.string(),
      counters: z.array(z.object({ no: z.int(), fields: z.array(z.string()) })),
    }),
  ),
  fields: z.array(
    z.object({
      code: z.string(),
      prefix: z.string(),
      nameVi: z.string(),
      nameEn: z.string(),
      descriptionVi: z.string(),
      descriptionEn: z.string(),
      icon: z.string(),
      colour: z.string(),
      avgServiceMinutes: z.number(),
      procedures: z.array(
        z.object({
          key: z.string(),
          officialCode: z.string().nullable(),
          nameVi: z.string(),
          nameEn: z.string(),
          papersVi: z.array(z.string()),
          demandWeight: z.int(),
          fee: z.object({ textVi: z.string() }),
          limit: z.object({
            value: z.int().nullable(),
            unit: z.enum(['immediate', 'same_day', 'working_day', 'day', 'unknown']),
            sameDayCutoff: z.string().nullable(),
          }),
        }),
      ),
    }),
  ),
});
export type Catalogue = z.infer<typeof catalogue>;

let read: Catalogue | null = null;

/** The catalogue that ships with the product; read when it is first asked for. */
export function readCatalogue(): Catalogue {
  read ??= catalogue.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'catalogue.json'), 'utf8')));
  return read;
}
