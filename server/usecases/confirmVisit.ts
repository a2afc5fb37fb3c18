import type { VisitorId } from '../../shared/domain/ids.ts';
import { learntFrom } from '../../shared/domain/templates.ts';
import { learn } from './learn.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import { suspectByFace } from './suspects.ts';

/**
 * To be called when somebody who was recognised takes a number under `visitorRef`: they did not say that it is somebody
 * else. What the set in use made of their face is learnt, if it is clear enough to tell more than what is known; who was
 * known by another model set only is learnt anew in any case, and what the other set knew is forgotten. And whoever else
 * it may be is noted.
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
  const visitor = probe && store.visitors.find(visitorId);
  if (probe === null || visitor === null) return;
  if (store.visitors.templatesOf(visitorId, faceSet.id, faceSet.dimension).length === 0) {
    learn(context, visitorId, probe);
    store.visitors.forgetOtherSets(visitorId, faceSet.id, faceSet.dimension);
    store.visitors.countRecognition('relearned', actorOf(caller), now);
    context.afterCommit(() => previousFaces?.gallery.replace(visitorId, []));
  } else if (probe.quality >= learntFrom) learn(context, visitorId, probe);
  suspectByFace(context, visitor, probe.vector);
  context.afterCommit(() => faceMemory.forgetProbe(visitorRef));
}
