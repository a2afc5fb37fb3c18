import type { FieldId, Millis } from '../../../shared/domain/ids.ts';
import type { Draws } from '../../../shared/domain/random.ts';
import { logNormal } from '../../../shared/domain/random.ts';
import type { Outcome } from '../../usecases/queueStore.ts';
import type { RecognitionOutcome } from '../../usecases/records.ts';
import type { Opinion } from './acts.ts';
import { happens, pick, pickBy, pickKind } from './chance.ts';
import type { Arrival } from './plan.ts';
import type { FieldProfile } from './profile.ts';

/** How people behave: times, results and opinions. */

const minute: Millis = 60_000;

export const times = {
  /** Between two visitors, and until an idle officer notices who has come. */
  gap: logNormal({ meanMs: 40_000, spread: 0.9 }),
  notice: logNormal({ meanMs: 12_000, spread: 0.7 }),
  walk: logNormal({ meanMs: 32_000, spread: 0.5 }),
  /** Until the officer calls again, and then gives up. */
  recall: logNormal({ meanMs: 45_000, spread: 0.2 }),
  away: logNormal({ meanMs: 14 * minute, spread: 0.5 }),
  late: logNormal({ meanMs: 4 * minute, spread: 0.8 }),
  answer: logNormal({ meanMs: 12_000, spread: 0.5 }),
} as const;

/** What becomes of a service before its end. */
export type Course = 'whole' | 'parked' | 'transferred';
/** Drawn: of a hundred services 93 go through, four are parked, three transferred. */
export const courseOf = (random: Draws): Course =>
  pickKind<Course>(random, { whole: 93, parked: 4, transferred: 3 });

/** Where results are fetched: nothing is received there. */
const resultField = 'TRAKQ';

const resultOf = (random: Draws, { code }: FieldProfile): Outcome['result'] =>
  pickKind<Outcome['result']>(
    random,
    code === resultField
      ? { returned: 62, completed: 38 }
      : { received: 52, completed: 34, supplement: 12, refused: 2 },
  );

/** What an officer records at the end of a service. */
export function outcomeOf(random: Draws, field: FieldProfile | undefined): Outcome {
  if (field === undefined) return { result: 'completed', procedures: [], dossierCodes: [] };
  const result = resultOf(random, field);
  if (field.procedures.length === 0) return { result, procedures: [], dossierCodes: [] };
  const { key } = pickBy(random, field.procedures, ({ weight }) => weight);
  return { result, procedures: [{ key, count: happens(random, 0.08) ? 2 : 1 }], dossierCodes: [] };
}

/** What a visitor says after so long a wait, or null if nobody asks. */
export function opinionOf(random: Draws, waitedMs: Millis, reasons: readonly string[]): Opinion | null {
  if (happens(random, 0.12)) return null;
  const screen = happens(random, 0.12) ? 'track' : 'counter';
  if (happens(random, 0.35)) return screen === 'track' ? null : { level: null, reasons: [], screen };
  const isLong = waitedMs > 35 * minute;
  const level = pickBy(
    random,
    [
      [4, isLong ? 25 : 55],
      [3, isLong ? 40 : 36],
      [2, isLong ? 22 : 6],
      [1, isLong ? 13 : 3],
    ] as const,
    ([, weight]) => weight,
  )[0];
  if (level >= 3 || reasons.length === 0) return { level, reasons: [], screen };
  // The wait, where it was long; the others by their place in the list, of which the first are the commonest.
  const [first = ''] = reasons;
  const why =
    isLong && happens(random, 0.7)
      ? first
      : pickBy(random, reasons, (reason) => 1 / (reasons.indexOf(reason) + 2));
  return { level, reasons: [why], screen };
}

/** What the kiosk's camera makes of somebody who takes a number there. */
export function sightsOf(random: Draws, { channel, isRegistered }: Arrival): RecognitionOutcome[] {
  if (channel === 'staff') return [];
  if (!isRegistered) {
    if (!happens(random, 0.3)) return [];
    return happens(random, 0.12) ? ['unknown', 'enrolled'] : ['unknown'];
  }
  // Who is known but presses a field like anybody else was mostly not recognised.
  if (channel === 'touch') return [pick(random, ['unknown', 'unknown', 'noTurn'] as const)];
  const seen = random.uniform();
  if (seen < 0.9) return ['recognised'];
  if (seen < 0.97) return ['unsure', happens(random, 0.9) ? 'answered' : 'wrongAnswer'];
  return ['recognised', 'denied'];
}

/** Where somebody is sent who came to the wrong counter. */
export function otherField(random: Draws, fields: readonly FieldProfile[], fieldId: FieldId): FieldId {
  const others = fields.filter(({ id }) => id !== fieldId);
  return others.length === 0 ? fieldId : pickBy(random, others, ({ perHour }) => perHour).id;
}
