/** What the codes before the camera say, from picture to picture. Pure. */
import { parseCitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import type { CardRead } from './protocol.ts';

/** Pictures without any code after which the same wrong code is worth a word again. */
const FORGOTTEN_AFTER = 8;

export type Reading = {
  /** What was said last; null: nothing, or it has been away since. */
  readonly said: CardRead | null;
  readonly without: number;
};
export const firstReading: Reading = { said: null, without: 0 };

/** Of several codes a card's counts, and of those that are none the one that comes nearest to it. */
function bestOf(reads: readonly CardRead[]): CardRead | null {
  const worse = reads.find((read) => !read.ok && read.error === 'badCard');
  return reads.find(({ ok }) => ok) ?? worse ?? reads[0] ?? null;
}

/**
 * Takes the codes of one picture into account.
 * @returns what is new to say, or null.
 */
export function readNext(
  before: Reading,
  texts: readonly string[],
  today: BusinessDay,
): { readonly reading: Reading; readonly news: CardRead | null } {
  const read = bestOf(texts.map((text) => parseCitizenCard(text, today)));
  if (read === null) {
    const without = before.without + 1;
    return { reading: { said: without >= FORGOTTEN_AFTER ? null : before.said, without }, news: null };
  }
  const isKnown = !read.ok && before.said?.ok === false && before.said.error === read.error;
  return { reading: { said: read, without: 0 }, news: isKnown ? null : read };
}
