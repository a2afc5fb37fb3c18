import { z } from 'zod';
import { appointmentRequests } from '../requests/appointment.ts';
import { appointmentCode, businessDay, fieldId, millis } from '../schemas.ts';
import type { Operation } from './operation.ts';
import { positive, limit, after, next, sameAs } from './operation.ts';

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
    ...sameAs('appointment:add', appointmentRequests['appointment:add']),
  },
  cancelAppointment: {
    method: 'POST',
    path: '/appointments/{appointmentId}/cancel',
    scope: 'appointments:write',
    ...sameAs('appointment:cancel', appointmentRequests['appointment:cancel']),
  },
  importAppointments: {
    method: 'POST',
    path: '/appointments/import',
    scope: 'appointments:write',
    ...sameAs('appointment:import', appointmentRequests['appointment:import']),
  },
} as const satisfies Record<string, Operation>;
