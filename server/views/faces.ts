import type { View } from '../../shared/contract/views.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { Context } from '../usecases/ports.ts';
import type { RecognitionOutcome } from '../usecases/records.ts';

/** No day is longer, also where clocks change. */
const longestDayMs = 26 * 3600_000;

/** The first millisecond of the business day that `now` falls on. */
function startOfDay(now: Millis, timeZone: string): Millis {
  const day = businessDayOf(now, timeZone);
  let [before, within] = [now - longestDayMs, now];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (businessDayOf(middle, timeZone) === day) within = middle;
    else before = middle;
  }
  return within;
}

/** Face check-in as the manager sees it. */
export function facesView({ store, faceSet, now }: Context): View<'manage'>['faces'] {
  const { population, dwellMs, timeZone } = store.office.office();
  const today = store.visitors.recognitionsSince(startOfDay(now(), timeZone));
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
    },
  };
}
