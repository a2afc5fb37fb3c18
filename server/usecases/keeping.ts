import { verifySync } from '@node-rs/argon2';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { keepingRequests } from '../../shared/contract/requests/keeping.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { configurationUseCases } from './configuration.ts';
import type { BackupRecord } from './keepingStore.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { UseCases } from './table.ts';

function listBackups({ backups }: Context): Result<RequestOutput<'backup:list'>, Refused> {
  return ok({
    folder: backups.folder,
    schema: backups.schema,
    backups: backups.list().map((backup) => ({
      madeAt: backup.madeAt,
      ...backups.describe(backup),
    })),
  });
}

/** A backup by its name, looked over, if it was not just before. */
function usable({ backups }: Context, name: string): Result<BackupRecord, Refused> {
  const backup = backups.list().find((one) => backups.describe(one).name === name);
  if (backup === undefined) return err(refuse('unknownBackup'));
  return backups.isUsable(backup) ? ok(backup) : err(refuse('backupUnusable'));
}

function checkBackup(
  context: Context,
  { name }: ParsedInput<'backup:check'>,
): Result<RequestOutput<'backup:check'>, Refused> {
  const found = usable(context, name);
  if (!found.ok) return found;
  const { madeAt } = found.value;
  return ok({ madeAt, isNoted: context.backups.describe(found.value).facts !== null });
}

/** Has the server put a backup back, once the answer is on its way. Wrong passwords are slowed down. */
function putBack(
  context: TransactionContext,
  { requestId, name, password }: ParsedInput<'backup:putBack'>,
  caller: Caller,
): Result<RequestOutput<'backup:putBack'>, Refused> {
  const { store, backups, wrongCodes, now, afterCommit } = context;
  // Sent again by a screen that did not get the answer before the server closed.
  if (backups.lastPutBack()?.requestId === requestId) return ok({});
  const asker = actorOf(caller);
  const waitMs = wrongCodes.waitMs(asker, now());
  if (waitMs > 0) return err(refuse('tooManyAttempts', { seconds: Math.ceil(waitMs / 1000) }));
  const officer = caller.kind === 'officer' ? store.officers.find(caller.officerId) : null;
  // Synchronous: one short wait (about 20 ms), hardly ever.
  if (officer === null || officer.passwordHash === null || !verifySync(officer.passwordHash, password)) {
    wrongCodes.failed(asker, now());
    return err(refuse('wrongPassword'));
  }
  const found = usable(context, name);
  if (!found.ok) return found;
  afterCommit(() => backups.putBack(found.value, { by: officer.login, requestId }));
  return ok({});
}

/** Copies of everything, and the office's settings as one file. */
export const keepingUseCases: UseCases<keyof typeof keepingRequests> = {
  'backup:list': listBackups,
  'backup:make': ({ backups, afterCommit }) => {
    // What it comes to is told by its state.
    afterCommit(() => void backups.make('byHand'));
    return ok({});
  },
  'backup:check': checkBackup,
  'backup:putBack': putBack,
  ...configurationUseCases,
};
