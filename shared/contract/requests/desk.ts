import { counterId, millis } from '../schemas.ts';
import type { Request } from './request.ts';
import { nothing, repeatable } from './request.ts';

/** Who sits where. */
export const deskRequests = {
  'desk:take': {
    callers: ['officer'],
    input: repeatable.extend({ counterId }),
    output: nothing,
    audited: ['counterId'],
  },
  'desk:leave': { callers: ['officer'], input: repeatable, output: nothing, audited: [] },
  'desk:break': {
    callers: ['officer'],
    /** `until`: when the officer means to be back; null if that is open. */
    input: repeatable.extend({ until: millis.nullable() }),
    output: nothing,
    audited: ['until'],
  },
  'desk:resume': { callers: ['officer'], input: repeatable, output: nothing, audited: [] },
} as const satisfies Record<string, Request>;
