import { z } from 'zod';
import { bilingual, counterId, fieldId, millis, ticketId } from '../schemas.ts';
import { wallSetting } from '../settings.ts';
import { field, office, publicCall, ratingForm, wish } from './parts.ts';

export const wall = z.strictObject({
  office,
  wish,
  /** Every call still open, newest announcement first. */
  calls: z.array(publicCall),
  /** The last calls of today that are no longer open, newest first. */
  recent: z.array(z.strictObject({ number: z.string(), counterNumber: z.int().positive(), fieldId })),
  fields: z.array(field),
  setting: wallSetting.omit({ fieldIds: true, counterIds: true }),
  /** Where the server's own voices are: a folder of clips by language, and whether it can make speech. */
  voice: z.strictObject({
    clips: z.array(z.enum(['vi', 'en'])),
    made: z.array(z.enum(['vi', 'en'])),
  }),
  /** Names of the files under `/media/`, in order. */
  media: z.array(z.string()),
});

export const counter = z.strictObject({
  office,
  wish,
  counter: z.strictObject({ id: counterId, number: z.int().positive(), name: bilingual }),
  officerName: z.string().nullable(),
  fields: z.array(z.strictObject({ id: fieldId, name: bilingual, colour: z.string() })),
  call: publicCall.nullable(),
  /** The ticket finished last here, while its visitor may rate it. */
  rating: ratingForm.extend({ ticketId, number: z.string(), until: millis }).nullable(),
  /** Set while the officer is away for a while. */
  onBreak: z.boolean(),
});
