import type { VisitorId } from '../../shared/domain/ids.ts';
import { learn } from './facesEnrol.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';

/**
 * To be called when somebody who was recognised takes a number under `visitorRef`: they did not say that it is somebody
 * else. Who was known by another model set only is now learnt anew, by what the set in use made of the same frames, and
 * what the other set knew is forgotten. Of anybody else it changes nothing.
 */
export function confirmVisit(
  context: TransactionContext,
  visitorRef: string,
  visitorId: VisitorId,
  caller: Caller,
): void {
  const { store, faceSet, faceMemory, previousFaces } = context;
  const now = context.now();
  const probe = faceMemory.probe(visitorRef, now);
  if (probe === null || store.visitors.find(visitorId) === null) return;
  if (store.visitors.templatesOf(visitorId, faceSet.id, faceSet.dimension).length === 0) {
    learn(context, visitorId, probe);
    store.visitors.forgetOtherSets(visitorId, faceSet.id, faceSet.dimension);
    store.visitors.countRecognition('relearned', actorOf(caller), now);
    context.afterCommit(() => previousFaces?.gallery.replace(visitorId, []));
  }
  context.afterCommit(() => faceMemory.forgetProbe(visitorRef));
}
