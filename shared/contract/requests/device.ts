import { z } from 'zod';
import { health } from '../health.ts';
import { heeds } from '../views/parts.ts';
import type { Request } from './request.ts';
import { byManager, nothing, repeatable } from './request.ts';

/** Which machine; null: the kiosk on the server's own. */
const deviceId = z.int().positive().nullable();

/** What the office's machines say of themselves, and what is asked of them from afar. */
export const deviceRequests = {
  /** Now and then, and when something has happened to it. */
  'device:health': { callers: ['kiosk'], input: repeatable.extend({ health }), output: nothing },
  /** What of the manager's wishes a screen has fulfilled. */
  'device:heeds': {
    callers: ['kiosk', 'wall', 'counter'],
    input: repeatable.extend({ heeds }),
    output: nothing,
  },
  /** A kiosk takes no visitors once the one before it has gone. */
  'device:lock': {
    ...byManager,
    input: repeatable.extend({ deviceId, locked: z.boolean() }),
    audited: ['deviceId', 'locked'],
  },
  /** A screen loads its page anew as soon as that disturbs nobody. */
  'device:reload': { ...byManager, input: repeatable.extend({ deviceId }), audited: ['deviceId'] },
  /** Prints once more what a kiosk's own printer has printed last. */
  'device:reprint': {
    ...byManager,
    input: repeatable.extend({ deviceId }),
    /** False: it has printed nothing since the server was started. */
    output: z.strictObject({ printing: z.boolean() }),
    audited: ['deviceId'],
  },
} as const satisfies Record<string, Request>;
