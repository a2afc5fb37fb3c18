import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';

/**
 * Ends what a visitor agreed to: the face is forgotten at once, of every model set and in memory; what else is kept of
 * the visitor stays, and the consent stays on record as withdrawn.
 */
export function withdrawFace(context: TransactionContext, visitorId: VisitorId, caller: Caller): void {
  const { store, gallery, previousFaces } = context;
  store.visitors.forgetFace(visitorId);
  store.consents.withdraw(visitorId, actorOf(caller), context.now());
  context.afterCommit(() => {
    gallery.replace(visitorId, []);
    previousFaces?.gallery.replace(visitorId, []);
  });
}
