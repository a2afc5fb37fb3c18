import type { BusinessDay, IsoDay } from './ids.ts';

/** From this age on people may register themselves. */
const ageOfConsent = 16;

/** The last year of birth of which everybody has turned 16, whatever the day of this year it is. */
export const latestOfAge = (currentYear: number): number => currentYear - ageOfConsent - 1;

/**
 * Whether somebody born on a day is 16 or over on another. Who was born on 29 February has the birthday on 1 March in
 * years without one.
 */
export function isOfAge(birthDate: IsoDay, today: BusinessDay): boolean {
  const turns = Number(birthDate.slice(0, 4)) + ageOfConsent;
  const year = Number(today.slice(0, 4));
  return year > turns || (year === turns && today.slice(5) >= birthDate.slice(5));
}
