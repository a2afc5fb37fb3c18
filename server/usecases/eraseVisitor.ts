import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { withdrawFace } from './withdrawFace.ts';

/**
 * Forgets a visitor: the facts, the face, and what was written about their requests. Tickets, and that somebody agreed
 * and withdrew it, stay without the person.
 */
export function eraseVisitor(context: TransactionContext, visitorId: VisitorId, caller: Caller): void {
  const { store } = context;
  withdrawFace(context, visitorId, caller);
  store.dataRequests.forgetPerson(visitorId);
  store.visitors.remove(visitorId);
}
