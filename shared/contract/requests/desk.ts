import { counterId, millis, officerId } from '../schemas.ts';
import type { Request } from './request.ts';
import { nothing, repeatable } from './request.ts';

/** Whom it is about: null is whoever asks; anybody else only managers name. */
const about = { officerId: officerId.nullable().default(null) };

/** Who sits where. */
export const deskRequests = {
  'desk:take': {
    callers: ['officer', 'manage'],
    input: repeatable.extend({ counterId, ...about }),
    output: nothing,
    audited: ['counterId', 'officerId'],
  },
  'desk:leave': {
    callers: ['officer', 'manage'],
    input: repeatable.extend(about),
    output: nothing,
    audited: ['officerId'],
  },
  'desk:break': {
    callers: ['officer'],
    /** `until`: when the officer means to be back; null if that is open. */
    input: repeatable.extend({ until: millis.nullable() }),
    output: nothing,
    audited: ['until'],
  },
  'desk:resume': { callers: ['officer'], input: repeatable, output: nothing, audited: [] },
} as const satisfies Record<string, Request>;
