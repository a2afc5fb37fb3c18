import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { isOfAge } from '../../shared/domain/age.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { IsoDay } from '../../shared/domain/ids.ts';
import type { Context } from './ports.ts';
import type { Correction } from './privacyStore.ts';
import type { Visitor } from './records.ts';

const yearIn = (day: IsoDay): number => Number(day.slice(0, 4));

/** Whether somebody born on this day can be the visitor. Of who said only a year, the year has to be right. */
export const isBornOn = (visitor: Visitor, day: IsoDay): boolean =>
  visitor.birthDate === null ? visitor.birthYear === yearIn(day) : visitor.birthDate === day;

/**
 * Writes what is right about a visitor; null leaves a fact as it is.
 * @returns why not: nobody under age is registered, so nobody becomes so by a correction.
 */
export function correctFacts(
  { store, now }: Context,
  visitor: Visitor,
  { name, birthDate }: Correction,
): Refused | null {
  const today = businessDayOf(now(), store.office.office().timeZone);
  if (birthDate !== null && !isOfAge(birthDate, today)) return refuse('tooYoung');
  store.visitors.setFacts({
    ...visitor,
    name: name ?? visitor.name,
    birthDate: birthDate ?? visitor.birthDate,
    birthYear: birthDate === null ? visitor.birthYear : yearIn(birthDate),
  });
  return null;
}
