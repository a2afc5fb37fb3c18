import { z } from 'zod';
import { figures, report } from '../requests/report.ts';
import { bilingual, businessDay, fieldId } from '../schemas.ts';
import type { Operation } from './operation.ts';

/** Without officers: what one person did is for managers. */
const anonymousReport = report.extend({ groups: report.shape.groups.omit({ officer: true }) });

/** The office in figures. */
export const reportsOperations = {
  readFigures: {
    method: 'GET',
    path: '/figures/{day}',
    scope: 'reports:read',
    input: z.strictObject({ day: businessDay }),
    output: z.strictObject({
      day: businessDay,
      figures,
      fields: z.array(z.strictObject({ id: fieldId, name: bilingual, figures })),
    }),
  },
  readReport: {
    method: 'GET',
    path: '/report',
    scope: 'reports:read',
    /** First and last day; at most two years. */
    input: z.strictObject({ from: businessDay, to: businessDay }),
    output: anonymousReport,
  },
} as const satisfies Record<string, Operation>;
