import { z } from 'zod';
import { deviceScreens } from '../protocol.ts';
import { counterId, fieldId, millis, officerId, ticketId, waitRange } from '../schemas.ts';
import { floorLimits } from '../settings.ts';
import { printerFault } from './parts.ts';

const count = z.int().nonnegative();
/** From when on something lasts longer than usual, and much longer, ms. */
const usual = z.strictObject({ longMs: millis, veryLongMs: millis });

/** When the last of those who have a number is served: the middle of what to expect, and what is safe to say. */
const end = z.strictObject({
  /** `never`: nobody serves somebody who waits. */
  fit: z.enum(['fits', 'tight', 'late', 'never']),
  at: z.strictObject({ likely: millis, surely: millis }).nullable(),
});

const counter = z.strictObject({
  id: counterId,
  officer: z.strictObject({ id: officerId, name: z.string(), online: z.boolean() }).nullable(),
  /** Since when the officer's console is closed; null: it is open, or nobody knows. */
  goneSince: millis.nullable(),
  onBreak: z.strictObject({ since: millis, until: millis.nullable() }).nullable(),
  /** What is called there now: of the counter's fields those of its officer. */
  fieldIds: z.array(fieldId),
  servedToday: count,
  ticket: z
    .strictObject({
      id: ticketId,
      number: z.string(),
      fieldId,
      state: z.enum(['called', 'serving']),
      /** When it was called, or the service began. */
      since: millis,
      /** How long such a service usually takes at most; null where nothing is known. */
      usual: usual.nullable(),
    })
    .nullable(),
});

const field = z.strictObject({
  id: fieldId,
  waiting: count,
  /** Since when whoever waits longest does; null: nobody waits. */
  longestSince: millis.nullable(),
  /** Of somebody who takes a number now; null while no counter serves the field. */
  wait: waitRange.nullable(),
  openCounters: count,
  /** Null: nobody is there. */
  end: end.nullable(),
  /** How many more counters would let it end before closing; 0: not even three. Null where it is not late. */
  help: z.strictObject({ counters: count, surely: z.boolean() }).nullable(),
});

const trouble = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('printer'),
    name: z.string().nullable(),
    fault: printerFault,
    since: millis.nullable(),
  }),
  z.strictObject({ kind: z.literal('camera'), name: z.string().nullable(), since: millis.nullable() }),
  z.strictObject({
    kind: z.literal('screenGone'),
    name: z.string().nullable(),
    screen: z.enum(deviceScreens),
    since: millis.nullable(),
  }),
  z.strictObject({ kind: z.literal('backup'), since: millis.nullable() }),
  z.strictObject({ kind: z.literal('audit'), since: millis.nullable() }),
  /** The server's clock was set by so many ms; less than 0: back. */
  z.strictObject({ kind: z.literal('clock'), by: z.int(), since: millis.nullable() }),
  /** The server could not bring all faces into memory: nobody is recognised. */
  z.strictObject({ kind: z.literal('faces'), since: millis }),
  z.strictObject({ kind: z.literal('disk'), freeBytes: count, since: z.null() }),
  z.strictObject({ kind: z.literal('certificate'), until: millis, since: z.null() }),
]);

/** The floor as a manager watches it: numbers, never names of visitors, since it is seen from across the room. */
export const floor = z.strictObject({
  limits: floorLimits,
  /** How long officers usually wait for somebody they have called. */
  usualCall: usual,
  counters: z.array(counter),
  fields: z.array(field),
  /** When the office closes today; null: it does not, or is not open today. */
  closesAt: millis.nullable(),
  /** Of all fields that some counter serves. */
  end: end.nullable(),
  troubles: z.array(trouble),
});
