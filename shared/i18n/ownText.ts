import type { Language } from '../contract/schemas.ts';
import type { OwnText } from '../contract/texts.ts';

/**
 * What is said: the office's own words; where it has none in English the product's, and where the product has none the
 * Vietnamese, since a notice that cannot be read can still be shown to somebody.
 */
export function sayOwn(own: OwnText | null, standard: OwnText, language: Language): string {
  if (own === null) return standard[language];
  return own[language] || standard[language] || own.vi;
}
