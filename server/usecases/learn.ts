import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Described } from '../../shared/domain/templates.ts';
import { mostTelling } from '../../shared/domain/templates.ts';
import type { TransactionContext } from './ports.ts';

/**
 * Puts a face among a visitor's, if it tells more than the ones there are, and lets go of the one that tells least
 * where they would become too many.
 */
export function learn(context: TransactionContext, visitorId: VisitorId, seen: Described): void {
  const { store, faceSet, gallery } = context;
  const { visitors } = store;
  const before = visitors.kept(visitorId, faceSet.id, faceSet.dimension);
  const after = new Set<Described>(mostTelling([...before, seen]));
  if (!after.has(seen)) return;
  for (const template of before) if (!after.has(template)) visitors.removeTemplate(template.id);
  visitors.addTemplate({ visitorId, ...seen }, faceSet.id, context.now());
  const vectors = visitors.templatesOf(visitorId, faceSet.id, faceSet.dimension);
  context.afterCommit(() => gallery.replace(visitorId, vectors));
}
