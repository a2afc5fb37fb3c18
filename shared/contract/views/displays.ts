import { z } from 'zod';
import { bilingual, counterId, fieldId } from '../schemas.ts';
import { field, office, publicCall } from './parts.ts';

export const wall = z.strictObject({
  office,
  /** Every call still open, newest announcement first. */
  calls: z.array(publicCall),
  /** The last calls of today that are no longer open, newest first. */
  recent: z.array(z.strictObject({ number: z.string(), counterNumber: z.int().positive(), fieldId })),
  fields: z.array(field),
});

export const counter = z.strictObject({
  office,
  counter: z.strictObject({ id: counterId, number: z.int().positive(), name: bilingual }),
  officerName: z.string().nullable(),
  fields: z.array(z.strictObject({ id: fieldId, name: bilingual, colour: z.string() })),
  call: publicCall.nullable(),
  /** Set while the officer is away for a while. */
  onBreak: z.boolean(),
});
