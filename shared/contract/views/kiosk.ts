import { z } from 'zod';
import { bilingual, businessDay, fieldId, language, modelId } from '../schemas.ts';
import { officeTexts } from '../texts.ts';
import { field, office, opening, priorityClass, wish } from './parts.ts';

export const kiosk = z.strictObject({
  office,
  businessDay,
  opening,
  wish,
  fields: z.array(
    field.extend({
      description: bilingual,
      /** Numbers left today; null where there is no quota. */
      left: z.int().nonnegative().nullable(),
    }),
  ),
  /** Those that visitors may declare themselves. */
  priorityClasses: z.array(priorityClass),
  /** What the office has worded itself. */
  texts: officeTexts.omit({ phoneNotice: true }),
  /** Whether anybody is expected today, so that kiosks ask for the code. */
  hasAppointments: z.boolean(),
  /** For the paper: what to have ready, by field. */
  papers: z.array(z.strictObject({ fieldId, procedure: bilingual, papers: z.array(z.string()) })),
  /**
   * The kiosk's own printer. `none`: there is none, the browser prints. `trouble`: it does not answer, or has said
   * that something is wrong with it.
   */
  printer: z.enum(['none', 'ready', 'trouble']),
  /** The model set whose embeddings the server's gallery holds. */
  modelId,
  /** The set used before, while there are visitors known only by it. */
  previousModelId: modelId.nullable(),
  /** Whether the server can recognise faces; not yet for a while after its start, when it knows very many. */
  recognises: z.boolean(),
  /** In which languages the server makes speech for who cannot see the screen. */
  speaks: z.array(language),
  /** How long a head rests on a choice before it counts, ms. */
  dwellMs: z.int().positive(),
  consent: z.strictObject({
    version: z.string(),
    title: bilingual,
    body: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
  }),
});
