import { z } from 'zod';
import {
  bilingual,
  colour,
  counterId,
  fieldId,
  millis,
  officerId,
  priorityCode,
  ratingReason,
  role,
  waitRange,
} from '../schemas.ts';

/** What several views are made of. */

export const office = z.strictObject({ name: bilingual, timeZone: z.string() });

export const field = z.strictObject({
  id: fieldId,
  prefix: z.string(),
  name: bilingual,
  icon: z.string(),
  /** `#rrggbb`. */
  colour,
  /** People in line for the field now. */
  waiting: z.int().nonnegative(),
  /** What somebody who takes a number now would wait; null when no counter serves the field. */
  wait: waitRange.nullable(),
});

/** A counter as staff see it: with the fields it serves. */
export const staffCounter = z.strictObject({
  id: counterId,
  number: z.int().positive(),
  name: bilingual,
  fieldIds: z.array(fieldId),
});

/** A ticket as public screens may show it: a number, never a name. */
export const publicCall = z.strictObject({
  /** Grows with every call and recall; a screen announces what is newer than what it announced last. */
  announcementId: z.int().nonnegative(),
  number: z.string(),
  counterNumber: z.int().positive(),
  fieldId,
  state: z.enum(['called', 'serving']),
  calledAt: millis,
  /** 1 for the call, one more for each recall. */
  announcements: z.int().positive(),
  /** Whether it is the last time before the ticket counts as missed. */
  last: z.boolean(),
});

/** What keeps a kiosk's printer from printing. */
export const printerFault = z.enum([
  /** It does not answer, or takes nothing. */
  'away',
  'paperOut',
  'coverOpen',
  /** It says so itself, and not why. */
  'error',
]);
export type PrinterFault = z.infer<typeof printerFault>;

/** Whether numbers are given now. */
export const opening = z.discriminatedUnion('kind', [
  /** `until`: when the last number of this part of the day is given; null if that never comes. */
  z.strictObject({ kind: z.literal('open'), until: millis.nullable() }),
  z.strictObject({
    kind: z.literal('closed'),
    /** When the first number is given again; null if no such time is known. */
    opensAt: millis.nullable(),
    /** The day's name, if it is a special one. */
    holiday: bilingual.nullable(),
  }),
  z.strictObject({ kind: z.literal('locked'), message: bilingual }),
]);

export const priorityClass = z.strictObject({ code: priorityCode, name: bilingual });
/** A ticket's class, and whether staff have confirmed what the visitor declared. */
export const ticketPriority = z.strictObject({ code: priorityCode, confirmed: z.boolean() });

export const me = z.strictObject({ id: officerId, name: z.string(), role });

/** What a manager wants of a screen from afar. */
export const wish = z.strictObject({
  /** Takes no visitors. */
  locked: z.boolean(),
  /** How often the page was to be loaded anew. One that has just been loaded has fulfilled all of these. */
  reloads: z.int().min(0).max(1_000_000_000),
  /** How often a wall was to sound as it does at a call. */
  sounds: z.int().min(0).max(1_000_000_000),
});
export type Wish = z.infer<typeof wish>;
/** What of it a screen has fulfilled. */
export const heeds = wish.omit({ sounds: true });
export type Heeds = z.infer<typeof heeds>;

/** The question after a service. */
export const ratingForm = z.strictObject({
  /** Most satisfied first. */
  levels: z.array(z.strictObject({ level: z.int().min(1).max(4), name: bilingual })),
  /** Asked for below this level. */
  askReasonsBelow: z.int(),
  reasons: z.array(z.strictObject({ code: ratingReason, name: bilingual })),
});
export type RatingForm = z.infer<typeof ratingForm>;
