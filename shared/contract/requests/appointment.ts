import { z } from 'zod';
import { appointmentCode, fieldId, millis, personName, visitorRef } from '../schemas.ts';
import type { Request } from './request.ts';
import { nothing, repeatable } from './request.ts';
import { issued } from './ticket.ts';

const appointmentId = z.int().positive();

/** Visits agreed on beforehand. */
export const appointmentRequests = {
  'appointment:add': {
    callers: ['officer', 'manage'],
    input: repeatable.extend({ fieldId, at: millis, name: personName.nullable() }),
    /** What the visitor types at the kiosk. */
    output: z.strictObject({ code: appointmentCode }),
    audited: ['fieldId', 'at'],
  },
  'appointment:cancel': {
    callers: ['officer', 'manage'],
    input: repeatable.extend({ appointmentId }),
    output: nothing,
    audited: ['appointmentId'],
  },
  /** CSV with the columns date (dd/mm/yyyy), time (hh:mm), field (its prefix or name), name, code; all or nothing. */
  'appointment:import': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({ csv: z.string().min(1).max(500_000) }),
    output: z.strictObject({ added: z.int().nonnegative() }),
    audited: [],
  },
  /** The visitor is here: by the code, or recognised by face. */
  'appointment:checkIn': {
    callers: ['kiosk'],
    input: repeatable.extend({
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('code'), code: appointmentCode }),
        z.strictObject({ kind: z.literal('visitor'), visitorRef, appointmentId }),
      ]),
    }),
    output: issued,
  },
} as const satisfies Record<string, Request>;
