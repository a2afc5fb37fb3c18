import { z } from 'zod';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

/** What managers set about the page "Dân biết". */
export const danBietRequests = {
  /** Whether anybody may read it. */
  'danBiet:set': { ...byManager, input: repeatable.extend({ on: z.boolean() }), audited: ['on'] },
} as const satisfies Record<string, Request>;
