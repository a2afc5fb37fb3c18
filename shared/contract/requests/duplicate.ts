import { z } from 'zod';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

const decision = {
  ...byManager,
  input: repeatable.extend({ duplicateId: z.int().positive() }),
  audited: ['duplicateId'],
} as const;

/** Registrations that may be one person's. */
export const duplicateRequests = {
  /** They are, and become one. This cannot be taken back. */
  'visitor:merge': decision,
  /** They are two people's, and nobody is asked about them again. */
  'visitor:notSame': decision,
} as const satisfies Record<string, Request>;
