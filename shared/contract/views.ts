import { z } from 'zod';
import {
  bilingual,
  businessDay,
  counterId,
  fieldId,
  millis,
  modelId,
  officerId,
  role,
  ticketId,
  waitRange,
} from './schemas.ts';
import type { Screen } from './protocol.ts';
import { deviceScreens } from './protocol.ts';

const office = z.strictObject({ name: bilingual, timeZone: z.string() });

const field = z.strictObject({
  id: fieldId,
  prefix: z.string(),
  name: bilingual,
  icon: z.string(),
  /** `#rrggbb` from the catalogue. */
  colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  /** People in line for the field now. */
  waiting: z.int().nonnegative(),
  /** What somebody who takes a number now would wait; null when no counter serves the field. */
  wait: waitRange.nullable(),
});

/** A ticket as public screens may show it: a number, never a name. */
const publicCall = z.strictObject({
  /** Grows with every call and recall; a screen announces what is newer than what it announced last. */
  announcementId: z.int().nonnegative(),
  number: z.string(),
  counterNumber: z.int().positive(),
  fieldId,
  state: z.enum(['called', 'serving']),
  calledAt: millis,
  /** 1 for the call, one more for each recall. */
  announcements: z.int().positive(),
});

const kiosk = z.strictObject({
  office,
  businessDay,
  fields: z.array(field.extend({ description: bilingual })),
  /** The model set whose embeddings the server's gallery holds. */
  modelId,
  consent: z.strictObject({
    version: z.string(),
    title: bilingual,
    body: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
  }),
});

const wall = z.strictObject({
  office,
  /** Every call still open, newest announcement first. */
  calls: z.array(publicCall),
  /** The last calls of today that are no longer open, newest first. */
  recent: z.array(z.strictObject({ number: z.string(), counterNumber: z.int().positive(), fieldId })),
  fields: z.array(field),
});

const counter = z.strictObject({
  office,
  counter: z.strictObject({ id: counterId, number: z.int().positive(), name: bilingual }),
  officerName: z.string().nullable(),
  fields: z.array(z.strictObject({ id: fieldId, name: bilingual, colour: z.string() })),
  call: publicCall.nullable(),
});

const deskTicket = z.strictObject({
  id: ticketId,
  number: z.string(),
  fieldId,
  state: z.enum(['called', 'serving']),
  since: millis,
  issuedAt: millis,
  announcements: z.int().nonnegative(),
  misses: z.int().nonnegative(),
  priority: z.string().nullable(),
  /** Only for a recognised visitor. The officer still checks the card. */
  visitor: z
    .strictObject({ name: z.string().nullable(), registeredAt: millis, visits: z.int().nonnegative() })
    .nullable(),
});

const officer = z.strictObject({
  office,
  me: z.strictObject({ id: officerId, name: z.string(), role }),
  counters: z.array(
    z.strictObject({
      id: counterId,
      number: z.int().positive(),
      name: bilingual,
      fieldIds: z.array(fieldId),
      officerName: z.string().nullable(),
    }),
  ),
  /** The counter this officer works at. */
  desk: z.strictObject({ counterId, ticket: deskTicket.nullable() }).nullable(),
  fields: z.array(field),
  /** Those this desk may call, in the order they will be called; then those in cool-down. At most 50. */
  line: z.array(
    z.strictObject({
      id: ticketId,
      number: z.string(),
      fieldId,
      issuedAt: millis,
      priority: z.string().nullable(),
      misses: z.int().nonnegative(),
      notBefore: millis.nullable(),
    }),
  ),
  missPolicy: z.strictObject({ maxCalls: z.int().positive(), coolDownMs: millis }),
});

const manage = z.strictObject({
  office,
  me: z.strictObject({ id: officerId, name: z.string(), role }),
  officers: z.array(
    z.strictObject({
      id: officerId,
      login: z.string(),
      name: z.string(),
      role,
      hasPassword: z.boolean(),
      counterNumber: z.int().positive().nullable(),
    }),
  ),
  counters: z.array(z.strictObject({ id: counterId, number: z.int().positive(), name: bilingual })),
  devices: z.array(
    z.strictObject({
      id: z.int().positive(),
      screen: z.enum(deviceScreens),
      name: z.string(),
      counterNumber: z.int().positive().nullable(),
      pairedAt: millis,
      connected: z.boolean(),
    }),
  ),
  enrolled: z.strictObject({ visitors: z.int().nonnegative(), templates: z.int().nonnegative() }),
});

/** One view for each kind of screen: whole, small, and with nothing that the screen may not show. */
export const views = { kiosk, wall, counter, officer, manage } as const satisfies Record<Screen, z.ZodType>;
export type View<S extends Screen> = z.infer<(typeof views)[S]>;

/**
 * A view as it is pushed. `epoch` names one life of the server, `version` grows with every commit in it; a screen
 * keeps the newest. `at` is the server's clock (ms), by which screens show the time.
 */
export const stamp = z.strictObject({ epoch: z.string(), version: z.int().nonnegative(), at: millis });
export type Stamped<S extends Screen> = z.infer<typeof stamp> & {
  readonly screen: S;
  readonly data: View<S>;
};
