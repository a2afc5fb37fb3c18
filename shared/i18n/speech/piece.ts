/**
 * A piece of speech that is always said the same way, so that it can be recorded once: a word, a letter's name, a part
 * of a sentence.
 */
export type Piece = {
  /** Names its recording in a clip pack; plain letters, digits and hyphens. */
  readonly clip: string;
  readonly text: string;
  /** Whether a short pause follows. */
  readonly pause: boolean;
};

/** @param clip what its recording is called, without its ending. @param text what is read where there is none. */
export const piece = (clip: string, text: string, pause = false): Piece => ({ clip, text, pause });

/** The same piece with a pause after it. */
export const paused = (one: Piece): Piece => ({ ...one, pause: true });

/** @returns the piece of this key. @throws RangeError if there is none. */
export function pieceOf(pieces: ReadonlyMap<string, Piece>, key: string): Piece {
  const found = pieces.get(key);
  if (found === undefined) throw new RangeError(`nothing is said for '${key}'`);
  return found;
}

/** What is read aloud of pieces one after another, with a comma at each pause. */
export const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, pause }, place) => (pause && place < pieces.length - 1 ? `${text},` : text))
    .join(' ')
    .replace(/([.,]),/gu, '$1');
