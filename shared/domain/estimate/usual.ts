import type { FieldId, Millis, OfficerId } from '../ids.ts';
import type { LogNormal } from '../random.ts';
import type { OfficeNow } from './state.ts';

/** From when on something lasts longer than usual: one in ten does, and one in a hundred. */
export type Usual = { readonly longMs: Millis; readonly veryLongMs: Millis };

/** The standard normal values that one in ten, and one in a hundred, exceed. */
const oneInTen = 1.2816;
const oneInHundred = 2.3263;

const longest = ({ mean, deviation }: LogNormal): Usual => ({
  longMs: Math.round(Math.exp(mean + oneInTen * deviation)),
  veryLongMs: Math.round(Math.exp(mean + oneInHundred * deviation)),
});

/**
 * How long a service of a field by an officer usually takes at most, by all that is known of both; null if nothing is
 * known of the field.
 */
export function usualService(
  { services }: Pick<OfficeNow, 'services'>,
  fieldId: FieldId,
  officerId: OfficerId,
): Usual | null {
  const field = services.fields.get(fieldId);
  if (field === undefined) return null;
  const officer = services.officers.get(officerId) ?? services.newOfficer;
  const { pace } = services;
  return longest({
    mean: field.mean + officer.mean + pace.mean,
    deviation: Math.hypot(field.deviation, field.uncertainty, officer.uncertainty, pace.uncertainty),
  });
}

/** How long officers usually wait for somebody they have called before they give up. */
export const usualCall = ({ habits }: Pick<OfficeNow, 'habits'>): Usual => longest(habits.giveUp);
