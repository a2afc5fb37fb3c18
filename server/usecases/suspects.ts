import { agree, haveTwoCards } from '../../shared/domain/samePerson.ts';
import { thresholdsIn } from './facesMatch.ts';
import type { Context } from './ports.ts';
import type { Visitor } from './records.ts';

/**
 * Notes, for staff to decide, who may be the same person as a visitor who has just been there: somebody else whose face
 * this would be accepted for, and who said nothing that speaks against it.
 */
export function suspectByFace(context: Context, visitor: Visitor, probe: Float32Array): void {
  const { store, gallery } = context;
  const { best } = gallery.search(probe, new Set([visitor.id]));
  if (best === null || best.similarity < thresholdsIn(context, context).accept) return;
  const other = store.visitors.find(best.visitorId);
  if (other !== null && agree(visitor, other))
    store.duplicates.suspect(visitor.id, other.id, 'face', context.now());
}

/** The same of two who came together: the card of the one, and a face that is known for the other's. */
export function suspectByCard({ store, now }: Context, owner: Visitor, faceOf: Visitor | null): void {
  if (faceOf === null || faceOf.id === owner.id || haveTwoCards(owner, faceOf)) return;
  store.duplicates.suspect(owner.id, faceOf.id, 'card', now());
}
