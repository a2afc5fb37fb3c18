import { z } from 'zod';
import { appointmentRequests } from '../requests/appointment.ts';
import { appointmentCode, businessDay, fieldId, millis } from '../schemas.ts';
import type { Operation } from './operation.ts';
import { positive, limit, after, next } from './operation.ts';

/** Visits agreed on beforehand. */
export const appointmentsOperations = {
  listAppointments: {
    method: 'GET',
    path: '/appointments',
    scope: 'appointments:read',
    input: z.strictObject({ day: businessDay, after, limit }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: positive,
          code: appointmentCode,
          fieldId,
          at: millis,
          state: z.enum(['expected', 'checkedIn', 'cancelled']),
          /** The number that the visitor got at check-in. */
          number: z.string().nullable(),
        }),
      ),
      next,
    }),
  },
  addAppointment: {
    method: 'POST',
    path: '/appointments',
    scope: 'appointments:write',
    input: appointmentRequests['appointment:add'].input.omit({ requestId: true }),
    output: appointmentRequests['appointment:add'].output,
    request: 'appointment:add',
    audited: ['fieldId', 'at'],
  },
  cancelAppointment: {
    method: 'POST',
    path: '/appointments/{appointmentId}/cancel',
    scope: 'appointments:write',
    input: appointmentRequests['appointment:cancel'].input.omit({ requestId: true }),
    output: appointmentRequests['appointment:cancel'].output,
    request: 'appointment:cancel',
    audited: ['appointmentId'],
  },
  importAppointments: {
    method: 'POST',
    path: '/appointments/import',
    scope: 'appointments:write',
    input: appointmentRequests['appointment:import'].input.omit({ requestId: true }),
    output: appointmentRequests['appointment:import'].output,
    request: 'appointment:import',
    audited: [],
  },
} as const satisfies Record<string, Operation>;
