import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Problem } from '../../shared/contract/problems.ts';

/** The first thing that does not fit the contract, for whoever builds a client. */
export function malformed(error: z.ZodError): Problem {
  const issue = error.issues[0];
  return { kind: 'malformed', where: issue?.path.join('.') ?? '', what: issue?.message ?? 'not understood' };
}

/** A bug is caught once, at the border; the log entry and the answer carry the same id. */
export function bug(log: Logger, where: string, error: unknown): Problem {
  const id = randomUUID().slice(0, 8);
  log.error({ id, where, err: error }, 'bug');
  return { kind: 'bug', id };
}
