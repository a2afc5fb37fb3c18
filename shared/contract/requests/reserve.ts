import { z } from 'zod';
import { lanes } from '../../domain/reserve.ts';
import { businessDay, fieldId, legs, millis, priorityCode, requestId, ticketId } from '../schemas.ts';
import { fieldPrefix } from '../settings.ts';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';
import type { Issued } from './ticket.ts';

const keeper = z.uuid();

/** Numbers of a day that are set aside for one kiosk; see `shared/domain/reserve.ts`. */
export const grant = z.strictObject({
  day: businessDay,
  lane: z.int().min(1).max(lanes.length),
  keeper,
  deviceId: z.int().positive().nullable(),
  grantedAt: millis,
  fields: z.array(z.strictObject({ fieldId, prefix: fieldPrefix })).max(200),
  /** HMAC-SHA-256 by the office's key, base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SignedGrant = z.infer<typeof grant>;

/** A number that a kiosk gave by itself. */
const given = z.strictObject({
  /** Drawn by the kiosk: by it a number is taken in once, however often it is handed in. */
  ticketId,
  fieldId,
  sequence: z.int().min(1).max(99_999),
  legs,
  priority: priorityCode.nullable(),
  issuedAt: millis,
  /** The `ticket:issue` that the kiosk had sent for the same visitor and had no answer to. */
  instead: requestId.nullable(),
});

/** Why a number was not taken into the line. */
export const keptWhy = z.enum([
  /** Its day was over. */
  'dayOver',
  /** It was set aside for another kiosk than the one that handed it in, such as one that was removed since. */
  'otherKiosk',
  /** It was never set aside. */
  'notGiven',
  'fieldGone',
  /** Somebody else has it. */
  'numberTaken',
]);
export type KeptWhy = z.infer<typeof keptWhy>;

/** So many numbers go in one message; a kiosk with more sends them one message after another. */
export const mostHandedIn = 200;

/** Numbers for kiosks that the server is away from. */
export const reserveRequests = {
  /** The numbers set aside for a kiosk today: the same whenever it asks. */
  'reserve:take': {
    callers: ['kiosk'],
    /** `held`: what it was given before; after an older backup was put back only the kiosk knows. */
    input: repeatable.extend({ keeper, held: grant.nullable() }),
    /** Null: there are none for it today. */
    output: z.strictObject({ grant: grant.nullable() }),
  },
  /** What it gave while the server was away. Every number is taken in, or kept with the reason why not. */
  'reserve:handIn': {
    callers: ['kiosk'],
    input: repeatable.extend({ grant, tickets: z.array(given).min(1).max(mostHandedIn) }),
    output: z.strictObject({ taken: z.array(ticketId), kept: z.array(ticketId) }),
    audited: ['tickets'],
  },
  /** Numbers that were not taken into the line, newest first. */
  'reserve:kept': {
    ...byManager,
    input: repeatable,
    reads: true,
    output: z.strictObject({
      kept: z.array(
        z.strictObject({
          ticketId,
          number: z.string(),
          day: businessDay,
          fieldId,
          issuedAt: millis,
          handedInAt: millis,
          /** Null: the kiosk on the server's own machine. */
          kiosk: z.string().nullable(),
          why: keptWhy,
        }),
      ),
    }),
  },
} as const satisfies Record<string, Request>;

/** A number that the kiosk gave by itself, without what only the server knows of it. */
export type OwnTicket = Pick<Issued, 'ticketId' | 'number' | 'fieldId' | 'legs' | 'issuedAt'> & {
  /** Its phone page cannot be named yet. */
  readonly trackUrl: null;
};
