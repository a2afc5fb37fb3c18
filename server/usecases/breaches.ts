import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { privacyRequests } from '../../shared/contract/requests/privacy.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';
import type { UseCases } from './table.ts';

/** Enters a breach; the time in which to report it runs from when it was noticed, which is not in the future. */
function add(
  { store, now }: Context,
  { noticedAt, facts }: ParsedInput<'breach:add'>,
): Result<RequestOutput<'breach:add'>, Refused> {
  if (noticedAt > now()) return err(refuse('notYet'));
  store.breaches.add(noticedAt, facts, now());
  return ok({});
}

/** What is known of a breach grows until it is closed. Closing one that was not reported says that it need not be. */
function change(
  { store, now }: Context,
  { breachId, facts, step }: ParsedInput<'breach:change'>,
): Result<RequestOutput<'breach:change'>, Refused> {
  const breach = store.breaches.find(breachId);
  if (breach === null) return err(refuse('unknownBreach'));
  if (breach.closedAt !== null) return err(refuse('breachClosed'));
  store.breaches.save({
    ...breach,
    facts,
    reportedAt: step === 'reported' ? (breach.reportedAt ?? now()) : breach.reportedAt,
    closedAt: step === 'closed' ? now() : null,
  });
  return ok({});
}

/** The log of breaches. */
export const breachUseCases = {
  'breach:add': add,
  'breach:change': change,
} satisfies Partial<UseCases<keyof typeof privacyRequests>>;
