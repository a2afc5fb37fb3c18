import type { View } from '../../shared/contract/views.ts';
import { maskName } from '../../shared/domain/name.ts';
import type { Pair } from '../usecases/mergeVisitors.ts';
import { pairOf } from '../usecases/mergeVisitors.ts';
import type { Context } from '../usecases/ports.ts';
import type { Visitor } from '../usecases/records.ts';

type Listed = View<'manage'>['duplicates'][number];

const shown = 50;

function factsOf({ store }: Context, visitor: Visitor): Listed['kept'] {
  const { id, name, birthYear, birthDate, idLast4, factsFrom, registeredAt } = visitor;
  return {
    maskedName: name === null ? null : maskName(name),
    birthYear,
    birthDate,
    idLast4,
    factsFrom,
    registeredAt,
    visits: store.tickets.visits(id),
    templates: store.visitors
      .setsOf(id)
      .reduce((sum, set) => sum + store.visitors.kept(id, set.modelId, set.dimension).length, 0),
  };
}

/** Registrations that may be one person's, with what is known of both but no pictures. */
export const duplicatesView = (context: Context): Listed[] =>
  context.store.duplicates.open(shown).flatMap((duplicate) => {
    const pair: Pair | null = pairOf(context, duplicate);
    if (pair === null) return [];
    const { id, why } = duplicate;
    return [{ id, why, kept: factsOf(context, pair.kept), gone: factsOf(context, pair.gone) }];
  });
