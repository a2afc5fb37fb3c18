import type { Language } from '../contract/schemas.ts';

/** Words in every language of the product, under the same keys. */
export type Words<Keys extends string> = Readonly<Record<Language, Readonly<Record<Keys, string>>>>;

/**
 * Puts values into a sentence: `fill('Quầy {n}', { n: 3 }) → 'Quầy 3'`. A name without a value is left as it stands,
 * so that the mistake is seen.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
