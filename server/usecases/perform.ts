import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { onlyReads, requests } from '../../shared/contract/requests.ts';
import type { Request } from '../../shared/contract/requests/request.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';
import type { UseCase } from './table.ts';
import { useCases } from './table.ts';

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class RolledBack extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.code);
    this.refused = refused;
  }
}

function mayCall(name: RequestName, caller: Caller): boolean {
  const request: { callers: readonly string[]; role?: 'manager' } = requests[name];
  if (!request.callers.includes(caller.screen)) return false;
  return request.role === undefined || (caller.kind === 'officer' && caller.role !== 'officer');
}

/** Keeps who asked for what in the audit: of what was sent only what the contract names as fit to be kept. */
function audit({ store, now }: Context, name: RequestName, input: object, caller: Caller): void {
  const { audited }: Request = requests[name];
  if (audited === undefined) return;
  const kept = Object.entries(input).filter(([member]) => audited.includes(member));
  store.audit.add(actorOf(caller), name, Object.fromEntries(kept), now());
}

/**
 * Does one request in one transaction, once: the same `requestId` again gives the answer given before. What only reads
 * is done anew each time, so that no answer full of personal data is kept.
 * @param input already parsed by the contract.
 * @returns the answer, or a refusal, after which nothing has changed. What it throws is a bug.
 */
export function perform<N extends RequestName>(
  context: Context,
  name: N,
  input: ParsedInput<N>,
  caller: Caller,
): Result<RequestOutput<N>, Refused> {
  if (!mayCall(name, caller)) return err(refuse('notAllowed'));
  const { store, vault } = context;
  const effects: (() => void)[] = [];
  const useCase = useCases[name] as unknown as UseCase<N>;
  const asker = actorOf(caller);
  const reads = onlyReads(name);
  const digest = vault.digest('request', JSON.stringify(input));
  try {
    const value = store.transaction(() => {
      const earlier = reads ? null : store.requests.find(input.requestId);
      if (earlier !== null) {
        const same = earlier.name === name && earlier.caller === asker && earlier.digest.equals(digest);
        if (!same) throw new RolledBack(refuse('requestIdReused'));
        return JSON.parse(earlier.answer) as RequestOutput<N>;
      }
      const done = useCase({ ...context, afterCommit: (effect) => effects.push(effect) }, input, caller);
      if (!done.ok) throw new RolledBack(done.error);
      audit(context, name, input, caller);
      if (reads) return done.value;
      const answer = JSON.stringify(done.value);
      store.requests.add(input.requestId, { name, caller: asker, digest, answer }, context.now());
      return done.value;
    });
    for (const effect of effects) effect();
    return ok(value);
  } catch (error) {
    if (error instanceof RolledBack) return err(error.refused);
    throw error;
  }
}
