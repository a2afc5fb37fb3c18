import { z } from 'zod';
import { note, pushSubscription, ratingReason, ticketId } from '../schemas.ts';
import { wallSetting } from '../settings.ts';
import type { Request } from './request.ts';
import { byManager, nothing, onTicket, repeatable } from './request.ts';

/** How many bytes a base64 text stands for. */
const bytesIn = (text: string): number => (text.length / 4) * 3 - (/=*$/.exec(text)?.[0].length ?? 0);

/** A ticket as a picture of one bit a dot, rows from the top, the leftmost dot in the highest bit; 1 is black. */
export const picture = z
  .strictObject({
    /** Dots; a multiple of eight. 576 is 72 mm at 203 dpi. */
    width: z.int().min(8).max(832).multipleOf(8),
    height: z.int().min(1).max(4000),
    bits: z.base64().max(560_000),
  })
  .refine(({ width, height, bits }) => bytesIn(bits) === (width / 8) * height, { path: ['bits'] });

/** What a port may be that an address ends in, if it names one. */
const isPort = (address: string): boolean => Number(/:(\d+)$/.exec(address)?.[1] ?? 1) <= 65_535;

/** What visitors say and hold in hand, and how the public screens are set up. */
export const publicRequests = {
  /** Once for each finished ticket, at the counter display or on the phone. */
  'rating:give': {
    callers: ['counter', 'track'],
    input: onTicket.extend({
      /** 4 very satisfied .. 1 not satisfied. */
      level: z.int().min(1).max(4),
      reasons: z.array(ratingReason).max(10),
      remark: note.nullable(),
    }),
    output: nothing,
  },
  /** The visitor left without an answer: not asked again. */
  'rating:skip': { callers: ['counter'], input: onTicket, output: nothing },
  /** "I no longer need my place". */
  'track:cancel': { callers: ['track'], input: repeatable, output: nothing },
  /** Whether this ticket's holder is told by push once few people are ahead; null: no longer. */
  'track:setPush': {
    callers: ['track'],
    input: repeatable.extend({ subscription: pushSubscription.nullable() }),
    output: nothing,
  },
  /** Prints a ticket on the kiosk's own printer; the same picture of the same request is printed once. */
  'paper:print': {
    callers: ['kiosk'],
    input: repeatable.extend({ ticketId, picture }),
    output: nothing,
  },
  'wall:setUp': {
    ...byManager,
    /** Null: the wall on the server's own machine, and every one without settings of its own. */
    input: repeatable.extend({ deviceId: z.int().positive().nullable(), setting: wallSetting }),
    audited: ['deviceId', 'setting'],
  },
  'printer:setUp': {
    ...byManager,
    /** Null as device: the kiosk on the server's own machine. Null as address: it has no printer of its own. */
    input: repeatable.extend({
      deviceId: z.int().positive().nullable(),
      address: z
        .string()
        .max(200)
        .regex(/^(tcp:\/\/[A-Za-z0-9.-]+(:\d{1,5})?|file:\/\/\/dev\/[A-Za-z0-9/_-]+)$/)
        .refine(isPort)
        .nullable(),
    }),
    audited: ['deviceId', 'address'],
  },
  'office:setPublicUrl': {
    ...byManager,
    /** Null: the server's address in its network. */
    input: repeatable.extend({
      url: z
        .url({ protocol: /^https?$/ })
        .max(200)
        .nullable(),
    }),
    audited: ['url'],
  },
  /** Whether phones are offered to be told that the turn is near. */
  'office:setPush': { ...byManager, input: repeatable.extend({ on: z.boolean() }), audited: ['on'] },
} as const satisfies Record<string, Request>;
