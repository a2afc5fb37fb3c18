import { z } from 'zod';
import { fieldId, millis, priorityCode, ticketId } from '../schemas.ts';
import { floorLimits } from '../settings.ts';
import type { Request } from './request.ts';
import { byManager, onTicket, repeatable } from './request.ts';

/** What a manager does from the live floor, beside what officers do as well. */
export const floorRequests = {
  /** Who waits for a field, by place in line: numbers, no names. At most 100. */
  'floor:line': {
    callers: ['manage'],
    role: 'manager',
    reads: true,
    input: repeatable.extend({ fieldId }),
    output: z.strictObject({
      line: z.array(
        z.strictObject({
          id: ticketId,
          number: z.string(),
          since: millis,
          priority: priorityCode.nullable(),
          appointmentAt: millis.nullable(),
        }),
      ),
    }),
  },
  /** Before everybody who waits without an appointment; why is kept in the audit. */
  'ticket:putFirst': {
    ...byManager,
    input: onTicket.extend({ reason: z.string().trim().min(1).max(200) }),
    audited: ['ticketId', 'reason'],
  },
  'floor:setLimits': {
    ...byManager,
    input: repeatable.extend({ limits: floorLimits }),
    audited: ['limits'],
  },
} as const satisfies Record<string, Request>;
