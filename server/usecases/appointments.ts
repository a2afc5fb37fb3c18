import type { appointmentRequests } from '../../shared/contract/requests/appointment.ts';
import { notBuilt } from './notBuilt.ts';
import type { UseCases } from './table.ts';

/** Every request about appointments. */
export const appointmentUseCases: UseCases<keyof typeof appointmentRequests> = {
  'appointment:add': notBuilt,
  'appointment:cancel': notBuilt,
  'appointment:import': notBuilt,
  'appointment:checkIn': notBuilt,
};
