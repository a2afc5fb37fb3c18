import type { View } from '../../shared/contract/views.ts';
import type { Context } from '../usecases/ports.ts';

/** Face check-in as the manager sees it. */
export function facesView({ store, faceSet }: Context): View<'manage'>['faces'] {
  return {
    modelId: faceSet.id,
    population: 'asian',
    dwellMs: 1200,
    ...store.visitors.count(),
    toRelearn: 0,
    today: {
      recognised: 0,
      unsure: 0,
      unknown: 0,
      denied: 0,
      enrolled: 0,
      answered: 0,
      wrongAnswer: 0,
      suspected: 0,
    },
  };
}
