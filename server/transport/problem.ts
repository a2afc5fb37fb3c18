import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Problem, RefusalCode } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { StorageTrouble } from '../usecases/storageFault.ts';
import { StorageFault } from '../usecases/storageFault.ts';

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

const refusalOf: Readonly<Record<StorageTrouble, RefusalCode>> = {
  noRoom: 'diskFull',
  notWritable: 'notStored',
  failed: 'notStored',
  damaged: 'storageDamaged',
};

/** What is answered when something was thrown: the disk's faults are told apart, since people can do something about them. */
export function problemOf(log: Logger, where: string, error: unknown): Problem {
  if (!(error instanceof StorageFault)) return bug(log, where, error);
  log.error({ where, err: error.cause }, 'storage');
  return refuse(refusalOf[error.trouble]);
}
