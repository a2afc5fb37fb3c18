import { z } from 'zod';
import { fieldId } from '../schemas.ts';
import { fieldSetting } from '../settings.ts';
import { assistantOutcome, assistantStep } from '../views/assistant.ts';
import { picture } from './public.ts';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

const catalogueCode = z.string().regex(/^[A-Z0-9]{1,20}$/);

/** How a new office is made ready, step by step. */
export const assistantRequests = {
  /** How a step went. */
  'assistant:mark': {
    ...byManager,
    input: repeatable.extend({ step: assistantStep, outcome: assistantOutcome }),
    audited: ['step', 'outcome'],
  },
  /** The fields that the product knows, and whether the office offers them. */
  'field:catalogue': {
    ...byManager,
    reads: true,
    input: repeatable,
    output: z.strictObject({
      fields: z.array(
        z.strictObject({
          code: catalogueCode,
          setting: fieldSetting,
          /** How often it is asked for, beside the others. */
          demand: z.int().nonnegative(),
          /** The field of the office that it has become; null if it is not offered. */
          fieldId: fieldId.nullable(),
        }),
      ),
    }),
  },
  /** Offers exactly these of the catalogue's fields; fields that the office has made itself stay. */
  'field:choose': {
    ...byManager,
    input: repeatable.extend({ codes: z.array(catalogueCode).max(100) }),
    audited: ['codes'],
  },
  /** Makes the office's counters these, all at once; those that are there keep their names, others go. */
  'counter:arrange': {
    ...byManager,
    input: repeatable.extend({
      counters: z
        .array(z.strictObject({ number: z.int().min(1).max(9999), fieldIds: z.array(fieldId).max(50) }))
        .min(1)
        .max(60)
        .refine((all) => new Set(all.map(({ number }) => number)).size === all.length),
    }),
    audited: ['counters'],
  },
  /** Prints a slip to try a kiosk's own printer; null: of the kiosk on the server's own machine. */
  'printer:test': {
    ...byManager,
    input: repeatable.extend({ deviceId: z.int().positive().nullable(), picture }),
    audited: ['deviceId'],
  },
  /** Lets a wall sound as it does at a call. */
  'device:sound': {
    ...byManager,
    input: repeatable.extend({ deviceId: z.int().positive() }),
    audited: ['deviceId'],
  },
} as const satisfies Record<string, Request>;
