import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { onlyReads, requests } from '../../shared/contract/requests.ts';
import type { Request } from '../../shared/contract/requests/request.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
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

/** Whether the contract names the caller for a request. */
export function mayCall(name: RequestName, caller: Caller): boolean {
  const request: { callers: readonly string[]; role?: 'manager' } = requests[name];
  if (!request.callers.includes(caller.screen)) return false;
  return request.role === undefined || (caller.kind === 'officer' && caller.role !== 'officer');
}

/** Something that is to be done once, by whoever may. */
export type Act<I extends object, O> = {
  /** As it stands in the audit, and by which a repeated one is known. */
  readonly name: string;
  readonly reads: boolean;
  /** Which members of the input are kept in the audit; undefined: it is not audited. */
  readonly audited: readonly string[] | undefined;
  readonly run: (context: TransactionContext, input: I, caller: Caller) => Result<O, Refused>;
};

/** Keeps who asked for what in the audit: of what was sent only what the contract names as fit to be kept. */
function audit(
  { store, now }: Context,
  { name, audited }: Act<never, unknown>,
  input: object,
  caller: Caller,
): void {
  if (audited === undefined) return;
  const kept = Object.entries(input).filter(([member]) => audited.includes(member));
  store.audit.add(actorOf(caller), name, Object.fromEntries(kept), now());
}

/**
 * Does something in one transaction, once: the same `requestId` again gives the answer given before. What only reads is
 * done anew each time, so that no answer full of personal data is kept.
 * @returns the answer, or a refusal, after which nothing has changed. What it throws is a bug.
 */
export function doOnce<I extends { readonly requestId: string }, O>(
  context: Context,
  act: Act<I, O>,
  input: I,
  caller: Caller,
): Result<O, Refused> {
  const { store, vault } = context;
  const { name, reads } = act;
  const effects: (() => void)[] = [];
  const asker = actorOf(caller);
  const digest = vault.digest('request', JSON.stringify(input));
  try {
    const value = store.transaction(() => {
      const earlier = reads ? null : store.requests.find(input.requestId);
      if (earlier !== null) {
        const same = earlier.name === name && earlier.caller === asker && earlier.digest.equals(digest);
        if (!same) throw new RolledBack(refuse('requestIdReused'));
        return JSON.parse(earlier.answer) as O;
      }
      const done = act.run({ ...context, afterCommit: (effect) => effects.push(effect) }, input, caller);
      if (!done.ok) throw new RolledBack(done.error);
      audit(context, act, input, caller);
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

/**
 * Does one request of a screen.
 * @param input already parsed by the contract.
 * @returns as `doOnce`; refused also to whom the contract does not name.
 */
export function perform<N extends RequestName>(
  context: Context,
  name: N,
  input: ParsedInput<N>,
  caller: Caller,
): Result<RequestOutput<N>, Refused> {
  if (!mayCall(name, caller)) return err(refuse('notAllowed'));
  const { audited }: Request = requests[name];
  const run = useCases[name] as unknown as UseCase<N>;
  return doOnce(context, { name, reads: onlyReads(name), audited, run }, input, caller);
}
