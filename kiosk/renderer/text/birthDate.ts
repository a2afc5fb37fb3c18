import type { BusinessDay, IsoDay } from '../../../shared/domain/ids.ts';

/** How many digits a date has: day, month, year. */
export const dateDigits = 8;

/** `02/09/19` of `020919`: a date while it is typed. */
export const writeDigits = (digits: string): string =>
  [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter((part) => part !== '').join('/');

/**
 * The birth date of eight digits, day first.
 * @returns null if there is no such day, or it is before 1900 or still to come.
 */
export function birthDateOf(digits: string, today: BusinessDay): IsoDay | null {
  if (digits.length !== dateDigits) return null;
  const day = `${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  // A day that its month does not have becomes one of the next.
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isReal && day >= '1900-01-01' && day <= today ? (day as IsoDay) : null;
}
