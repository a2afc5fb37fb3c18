import type { Language } from '../../contract/schemas.ts';
import { all as allEn, cardinal as cardinalEn, sentences as sentencesEn, sign as signEn } from './en.ts';
import type { Piece } from './piece.ts';
import { paused, textOf } from './piece.ts';
import { all as allVi, cardinal as cardinalVi, sentences as sentencesVi, sign as signVi } from './vi.ts';

const voices = {
  vi: { sign: signVi, cardinal: cardinalVi, sentences: sentencesVi, all: allVi },
  en: { sign: signEn, cardinal: cardinalEn, sentences: sentencesEn, all: allEn },
} as const;

/** A call as it is said: the first time, once more, or for the last time. */
export type SpokenCall = {
  /** Letters and digits, such as `A012`. */
  readonly number: string;
  /** 0..999,999. */
  readonly counterNumber: number;
  readonly how: 'call' | 'recall' | 'last';
};

/**
 * The pieces a call is said with: the number sign by sign, the counter as a number.
 * @throws RangeError if the number holds a sign that has no name.
 */
export function piecesOf({ number, counterNumber, how }: SpokenCall, language: Language): readonly Piece[] {
  const { sign, cardinal, sentences } = voices[language];
  const spoken = [...number.toUpperCase()].map((one) => paused(sign(one)));
  const where = how === 'last' ? sentences.pleaseToCounter : sentences.toCounter;
  return [...sentences[how], ...spoken, where, ...cardinal(counterNumber)];
}

/** The call as one sentence, for a voice that reads. */
export const sentenceOf = (call: SpokenCall, language: Language): string =>
  `${textOf(piecesOf(call, language))}.`;

/** A number sign by sign, for a voice that reads. @throws RangeError if it holds a sign that has no name. */
export const spelled = (number: string, language: Language): string =>
  textOf([...number.toUpperCase()].map((one) => paused(voices[language].sign(one))));

/** Every piece of a language, each once: what a clip pack has to hold. */
export const everyPiece = (language: Language): readonly Piece[] => [
  ...new Map(voices[language].all.map((one) => [one.clip, one])).values(),
];
