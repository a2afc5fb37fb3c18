import { health } from '../health.ts';
import type { Request } from './request.ts';
import { nothing, repeatable } from './request.ts';

/** What the office's machines say of themselves. */
export const deviceRequests = {
  /** Now and then, and when something has happened to it. */
  'device:health': { callers: ['kiosk'], input: repeatable.extend({ health }), output: nothing },
} as const satisfies Record<string, Request>;
