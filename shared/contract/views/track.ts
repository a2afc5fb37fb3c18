import { z } from 'zod';
import { bilingual, businessDay, fieldId, millis, ticketId, waitRange } from '../schemas.ts';
import { officeTexts } from '../texts.ts';
import { office, ratingForm } from './parts.ts';

/** One ticket as its holder sees it on a phone: nothing of anybody else. */
export const track = z.strictObject({
  office,
  ticketId,
  number: z.string(),
  businessDay,
  field: z.strictObject({ id: fieldId, name: bilingual, colour: z.string() }),
  issuedAt: millis,
  appointmentAt: millis.nullable(),
  /** Whether anybody may read the page "Dân biết", so that it can lead there. */
  danBiet: z.boolean(),
  /** A line of the office to everybody who has a number. */
  notice: officeTexts.shape.phoneNotice,
  state: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('waiting'),
      peopleAhead: z.int().nonnegative(),
      wait: waitRange.nullable(),
      /** The call was missed and comes again after this time. */
      notBefore: millis.nullable(),
      /**
       * Being told by push: the office's public key, and whether this ticket's holder is. Null where it is not offered.
       */
      push: z.strictObject({ key: z.string(), on: z.boolean() }).nullable(),
    }),
    z.strictObject({
      kind: z.literal('called'),
      counterNumber: z.int().positive(),
      /** Grows with every call and recall; a phone vibrates for what is new to it. */
      announcementId: z.int().nonnegative(),
    }),
    z.strictObject({ kind: z.literal('serving'), counterNumber: z.int().positive() }),
    /** Set aside by the officer; comes back by itself. */
    z.strictObject({ kind: z.literal('parked'), counterNumber: z.int().positive() }),
    z.strictObject({ kind: z.literal('missed') }),
    z.strictObject({ kind: z.literal('done'), rating: ratingForm.nullable() }),
    z.strictObject({ kind: z.literal('cancelled') }),
    z.strictObject({ kind: z.literal('expired') }),
  ]),
});
