import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { latestOfAge } from '../../shared/domain/secondFact.ts';
import { yearOf } from './facesGreet.ts';
import type { Context } from './ports.ts';
import type { Correction } from './privacyStore.ts';
import type { Visitor } from './records.ts';

const yearIn = (birthDate: string): number => Number(birthDate.slice(0, 4));

/** Whether somebody who says to be born on this day can be the visitor, as far as the visitor's birth is known. */
export const isBornOn = ({ birthYear }: Visitor, birthDate: string): boolean =>
  birthYear !== null && birthYear === yearIn(birthDate);

/**
 * Writes what is right about a visitor; null leaves a fact as it is.
 * @returns why not: nobody under age is registered, so nobody becomes so by a correction.
 */
export function correctFacts(
  context: Context,
  visitor: Visitor,
  { name, birthDate }: Correction,
): Refused | null {
  const birthYear = birthDate === null ? visitor.birthYear : yearIn(birthDate);
  if (birthYear !== null && birthYear > latestOfAge(yearOf(context, context.now())))
    return refuse('tooYoung');
  context.store.visitors.setFacts({ id: visitor.id, name: name ?? visitor.name, birthYear });
  return null;
}
