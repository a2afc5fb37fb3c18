import type { Draws } from '../../../shared/domain/random.ts';

/** Whether something of this probability happens. */
export const happens = (random: Draws, probability: number): boolean => random.uniform() < probability;

/** One of a list, each as likely as its weight says. @throws if there is none. */
export function pickBy<T>(random: Draws, items: readonly T[], weightOf: (item: T) => number): T {
  let left = random.uniform() * items.reduce((sum, item) => sum + weightOf(item), 0);
  const found = items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1);
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}

/** One of the named kinds, each as likely as its weight says. */
export const pickKind = <K extends string>(random: Draws, weights: Readonly<Partial<Record<K, number>>>): K =>
  pickBy(random, Object.entries(weights) as [K, number][], ([, weight]) => weight)[0];

/** One of a list, all alike. @throws if there is none. */
export const pick = <T>(random: Draws, items: readonly T[]): T => pickBy(random, items, () => 1);

/** A UUID (version 4 in form) that the same draws give again. */
export function drawnId(random: Draws): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random.uniform() * 16).toString(16));
  digits[12] = '4';
  digits[16] = (8 + Math.floor(random.uniform() * 4)).toString(16);
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}
