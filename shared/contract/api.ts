import type { z } from 'zod';
import { appointmentsOperations } from './api/appointments.ts';
import { dossiersOperations } from './api/dossiers.ts';
import { queueOperations } from './api/queue.ts';
import { reportsOperations } from './api/reports.ts';

/** Where the API is; what older callers cannot live with gets another number. */
export const apiRoot = '/api/v1';

/** Every call of the HTTP API; see `Operation` for what an entry says. */
export const operations = {
  ...queueOperations,
  ...appointmentsOperations,
  ...dossiersOperations,
  ...reportsOperations,
} as const;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as OperationName[];
export type OperationInput<N extends OperationName> = z.output<(typeof operations)[N]['input']>;
export type OperationOutput<N extends OperationName> = z.output<(typeof operations)[N]['output']>;
