import type { View } from '../../shared/contract/views.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import { momentOf } from '../../shared/domain/localTime.ts';
import type { Context } from '../usecases/ports.ts';
import type { RecognitionOutcome } from '../usecases/records.ts';

/** Face check-in as the manager sees it. */
export function facesView({ store, faceSet, now }: Context): View<'manage'>['faces'] {
  const { population, dwellMs, timeZone } = store.office.office();
  const startOfDay = momentOf(businessDayOf(now(), timeZone), 0, timeZone);
  const today = store.visitors.recognitionsSince(startOfDay);
  const count = (...outcomes: RecognitionOutcome[]): number =>
    outcomes.reduce((sum, outcome) => sum + (today.get(outcome) ?? 0), 0);
  return {
    modelId: faceSet.id,
    population,
    dwellMs,
    ...store.visitors.count(faceSet.id, faceSet.dimension),
    today: {
      recognised: count('recognised'),
      unsure: count('unsure'),
      unknown: count('unknown'),
      denied: count('denied'),
      enrolled: count('enrolled'),
      answered: count('answered'),
      wrongAnswer: count('wrongAnswer'),
      suspected: count('replay', 'noTurn'),
      limited: count('limited'),
    },
  };
}
