import { z } from 'zod';
import type { Screen } from '../protocol.ts';
import { requestId, ticketId } from '../schemas.ts';

/**
 * One request of the contract: who may send it, what it carries, what comes back. The server's handlers, the clients'
 * typed `send`, authorisation, input checks, the audit and the contract tests are all derived from the table of these.
 */
export type Request = {
  readonly callers: readonly Screen[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** `manager` where a plain officer may not. */
  readonly role?: 'manager';
  /** It changes nothing: its answer is not kept, sent again it is answered anew, and nobody is told. */
  readonly reads?: true;
  /** Present: the request is kept in the audit, with these members of its input, which hold no personal data. */
  readonly audited?: readonly string[];
};

export const nothing = z.strictObject({});
/** Every request carries an id under which it can be sent again and is done once. */
export const repeatable = z.strictObject({ requestId });
/** Commands on a ticket name it, so that a late double press never hits the next visitor. */
export const onTicket = repeatable.extend({ ticketId });
/** What every setting of a manager has in common. */
export const byManager = { callers: ['manage'], role: 'manager', output: nothing } as const;
