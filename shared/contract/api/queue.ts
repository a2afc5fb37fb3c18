import { z } from 'zod';
import { issued } from '../requests/ticket.ts';
import {
  bilingual,
  businessDay,
  counterId,
  fieldId,
  legs,
  millis,
  priorityCode,
  procedureLimit,
  ticketId,
  waitRange,
} from '../schemas.ts';
import { opening } from '../views/parts.ts';
import type { Operation } from './operation.ts';
import { positive, count } from './operation.ts';

/** The line, and numbers in it. */
export const queueOperations = {
  readQueue: {
    method: 'GET',
    path: '/queue',
    scope: 'queue:read',
    input: z.strictObject({}),
    output: z.strictObject({
      at: millis,
      businessDay,
      opening,
      fields: z.array(
        z.strictObject({
          id: fieldId,
          prefix: z.string(),
          name: bilingual,
          waiting: count,
          wait: waitRange.nullable(),
        }),
      ),
      counters: z.array(
        z.strictObject({
          id: counterId,
          number: positive,
          name: bilingual,
          fieldIds: z.array(fieldId),
          /** Whether an officer works there now. */
          isStaffed: z.boolean(),
          /** The number called to it or served there. */
          ticket: z.strictObject({ number: z.string(), state: z.enum(['called', 'serving']) }).nullable(),
        }),
      ),
    }),
  },
  readCatalogue: {
    method: 'GET',
    path: '/catalogue',
    scope: 'queue:read',
    input: z.strictObject({}),
    output: z.strictObject({
      office: z.strictObject({ name: bilingual, timeZone: z.string() }),
      fields: z.array(
        z.strictObject({ id: fieldId, prefix: z.string(), name: bilingual, description: bilingual }),
      ),
      priorityClasses: z.array(z.strictObject({ code: priorityCode, name: bilingual })),
      procedures: z.array(
        z.strictObject({ key: z.string(), fieldId, name: bilingual, limit: procedureLimit }),
      ),
    }),
  },
  issueTicket: {
    method: 'POST',
    path: '/tickets',
    scope: 'tickets:write',
    input: z.strictObject({
      fieldId,
      legs: legs.default([]),
      priority: priorityCode.nullable().default(null),
    }),
    output: issued,
    audited: ['fieldId', 'legs', 'priority'],
  },
  readTicket: {
    method: 'GET',
    path: '/tickets/{ticketId}',
    scope: 'tickets:read',
    input: z.strictObject({ ticketId }),
    output: z.strictObject({
      ticketId,
      number: z.string(),
      businessDay,
      fieldId,
      state: z.enum(['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'cancelled', 'expired']),
      /** Since when it is so. */
      since: millis,
      counterNumber: positive.nullable(),
      /** Only while it waits. */
      peopleAhead: count.nullable(),
      wait: waitRange.nullable(),
    }),
  },
} as const satisfies Record<string, Operation>;
