import type { Language } from '../../../shared/contract/schemas.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';

/** How many people wait for a field. */
export function sayWaiting(people: number, language: Language): string {
  const words = kioskWords[language];
  if (people === 0) return words.nobodyWaiting;
  return people === 1 ? words.oneWaiting : fill(words.manyWaiting, { n: people });
}

/** How many people are called before this ticket. */
export function sayAhead(people: number, language: Language): string {
  const words = kioskWords[language];
  if (people === 0) return words.nextInLine;
  return people === 1 ? words.oneAhead : fill(words.manyAhead, { n: people });
}
