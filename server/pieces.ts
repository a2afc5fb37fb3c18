/** Puts off what can wait until other work had its turn: `setImmediate`, but in tests. */
export type Later = (work: () => void) => void;

/**
 * Does long work piece by piece, so that whoever asks something meanwhile waits for one piece at most.
 * @param piece does a little. @returns whether there is more.
 * @param later called before each piece.
 * @returns ends it.
 */
export function inPieces(piece: () => boolean, later: Later): () => void {
  let isEnded = false;
  const next = (): void => {
    if (!isEnded && piece()) later(next);
  };
  later(next);
  return () => {
    isEnded = true;
  };
}
