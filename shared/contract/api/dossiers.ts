import { z } from 'zod';
import { dossierRequests } from '../requests/dossier.ts';
import { dossierCode, dossierId, dossierState, dossierStep, millis, note } from '../schemas.ts';
import type { Operation } from './operation.ts';
import { limit, after, next, sameAs } from './operation.ts';

/** What the office received, and what became of it. */
export const dossiersOperations = {
  listDossiers: {
    method: 'GET',
    path: '/dossiers',
    scope: 'dossiers:read',
    input: z.strictObject({
      which: z.enum(['open', 'dueSoon', 'overdue', 'supplement', 'ready', 'all']).default('open'),
      /** A part of the code. */
      code: z.string().max(40).default(''),
      after,
      limit,
    }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: dossierId,
          code: dossierCode,
          procedureKey: z.string(),
          receivedAt: millis,
          dueAt: millis.nullable(),
          state: dossierState,
        }),
      ),
      next,
    }),
  },
  stepDossier: {
    method: 'POST',
    path: '/dossiers/status',
    scope: 'dossiers:write',
    input: z.strictObject({
      code: dossierCode,
      kind: dossierStep,
      /** What is missing, why it is refused or later; asked for with these. */
      text: note.nullable().default(null),
      /** When it will be due now; asked for with `extended`. */
      dueAt: millis.nullable().default(null),
    }),
    output: z.strictObject({ state: dossierState, dueAt: millis.nullable() }),
    audited: ['code', 'kind', 'dueAt'],
  },
  importDossiers: {
    method: 'POST',
    path: '/dossiers/import',
    scope: 'dossiers:write',
    ...sameAs('dossier:import', dossierRequests['dossier:import']),
  },
} as const satisfies Record<string, Operation>;
