import { fold } from './fold.ts';

/** As many letters as a person's name may have. */
export const longestName = 80;

const words = (name: string): string[] => name.normalize('NFC').trim().split(/\s+/u).filter(Boolean);

/** The first letter as a reader sees it: with its diacritics, whatever its length in code units. */
const initial = (word: string): string => [...new Intl.Segmenter('vi').segment(word)][0]?.segment ?? '';

/**
 * A name fit for a public screen: family name, initials of the middle names, and only the first letter of the
 * given name. `Nguyễn Thị Hồng → Nguyễn T. H***`; one word alone shows its first letter only.
 * @returns '' for an empty name.
 */
export function maskName(name: string): string {
  const parts = words(name);
  const given = parts.at(-1);
  if (given === undefined) return '';
  const masked = `${initial(given)}***`;
  const family = parts.length > 1 ? parts[0] : undefined;
  if (family === undefined) return masked;
  const middle = parts.slice(1, -1).map((word) => `${initial(word)}.`);
  return [family, ...middle, masked].join(' ');
}

/** Whether two names were given and are not those of one person, however they were typed. */
export const contradicts = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && fold(one) !== fold(other);
