import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { duplicateRequests } from '../../shared/contract/requests/duplicate.ts';
import { haveTwoCards } from '../../shared/domain/samePerson.ts';
import { mostTelling } from '../../shared/domain/templates.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Visitor } from './records.ts';
import type { UseCases } from './table.ts';

/** Two registrations that staff are asked about. */
export type Pair = { readonly kept: Visitor; readonly gone: Visitor };

/**
 * Both registrations of a suspicion: first the one that stays if they become one, which is the one with a card, else
 * the one with more visits, else the older one. Null once both have cards, since then these are two people.
 */
export function pairOf(
  { store }: Context,
  { visitorIds }: { visitorIds: readonly Visitor['id'][] },
): Pair | null {
  const [one, other] = visitorIds.map(store.visitors.find);
  if (!one || !other || haveTwoCards(one, other)) return null;
  const first = (visitor: Visitor): readonly number[] => [
    visitor.idHash === null ? 1 : 0,
    -store.tickets.visits(visitor.id),
    visitor.registeredAt,
  ];
  const ranks = first(other);
  const difference = first(one)
    .map((rank, i) => rank - (ranks[i] ?? 0))
    .find((by) => by !== 0);
  return (difference ?? 0) > 0 ? { kept: other, gone: one } : { kept: one, gone: other };
}

/** Templates are sealed for their owner, so they are taken over one by one; of too many the most telling stay. */
function takeTemplates({ store, faceSet }: Context, { kept, gone }: Pair): void {
  const { visitors } = store;
  for (const { modelId, dimension } of visitors.setsOf(gone.id)) {
    const own = visitors.kept(kept.id, modelId, dimension);
    const all = [...own, ...visitors.kept(gone.id, modelId, dimension)];
    const stay = new Set(mostTelling(all.toSorted((one, other) => one.madeAt - other.madeAt)));
    for (const template of own) if (!stay.has(template)) visitors.removeTemplate(template.id);
    for (const { vector, quality, madeAt } of all.filter((one) => stay.has(one) && !own.includes(one)))
      visitors.addTemplate({ visitorId: kept.id, vector, quality }, modelId, madeAt);
  }
  // As after a visit: what other sets made is of use only while the one in use knows nothing.
  if (visitors.templatesOf(kept.id, faceSet.id, faceSet.dimension).length > 0)
    visitors.forgetOtherSets(kept.id, faceSet.id, faceSet.dimension);
}

/** Makes two registrations one, for good: everything of the one becomes the other's. */
function merge(
  context: TransactionContext,
  { duplicateId }: ParsedInput<'visitor:merge'>,
): Result<RequestOutput<'visitor:merge'>, Refused> {
  const { store, previousFaces } = context;
  const duplicate = store.duplicates.find(duplicateId);
  const pair = duplicate && pairOf(context, duplicate);
  if (pair === null) return err(refuse('unknownDuplicate'));
  const { kept, gone } = pair;
  takeTemplates(context, pair);
  store.duplicates.merge(gone.id, kept.id);
  store.visitors.setFacts({
    ...kept,
    name: kept.name ?? gone.name,
    birthYear: kept.birthYear ?? gone.birthYear,
    birthDate: kept.birthDate ?? gone.birthDate,
  });
  for (const faces of [context, ...(previousFaces === null ? [] : [previousFaces])]) {
    const { id, dimension } = faces.faceSet;
    const vectors = store.visitors.templatesOf(kept.id, id, dimension);
    context.afterCommit(() => {
      faces.gallery.replace(gone.id, []);
      faces.gallery.replace(kept.id, vectors);
    });
  }
  return ok({});
}

/** These are two people, who are not suspected of being one again. */
function notSame(
  { store, now }: Context,
  { duplicateId }: ParsedInput<'visitor:notSame'>,
  caller: Caller,
): Result<RequestOutput<'visitor:notSame'>, Refused> {
  if (store.duplicates.find(duplicateId) === null) return err(refuse('unknownDuplicate'));
  store.duplicates.dismiss(duplicateId, actorOf(caller), now());
  return ok({});
}

/** What staff decide about registrations that may be one person's. */
export const duplicateUseCases: UseCases<keyof typeof duplicateRequests> = {
  'visitor:merge': merge,
  'visitor:notSame': notSame,
};
