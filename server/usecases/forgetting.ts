import type { VisitorId } from '../../shared/domain/ids.ts';
import { erasePeople, forgetFaces } from './erase.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';

/**
 * Ends what a visitor agreed to: the face is forgotten at once, of every model set, on disk and in memory; what else is
 * kept of the visitor stays, and the consent stays on record as withdrawn.
 */
export function withdrawFace(context: TransactionContext, visitorId: VisitorId, caller: Caller): void {
  const { store } = context;
  store.visitors.forgetFace(visitorId);
  store.consents.withdraw(visitorId, actorOf(caller), context.now());
  context.afterCommit(() => {
    forgetFaces(context, new Set([visitorId]));
    store.erasure.emptyLog();
  });
}

/** Erases somebody who asked for it. That they agreed once and withdrew it stays on record, without the person. */
export function eraseAsAsked(context: TransactionContext, visitorId: VisitorId, caller: Caller): void {
  context.store.consents.withdraw(visitorId, actorOf(caller), context.now());
  erasePeople(context, new Set([visitorId]));
}
