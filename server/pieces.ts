/** Puts off what can wait until other work had its turn: `setImmediate`, but in tests. */
export type Later = (work: () => void) => void;

/** How long work is shared out between other work. */
export type Turns = {
  /** So long is a turn, ms, which whoever asks something meanwhile waits for; one piece at least. */
  readonly turnMs: number;
  readonly later: Later;
};

/** Short enough that nobody notices, long enough to get on while many others ask. */
export const shortTurns: Turns = { turnMs: 8, later: setImmediate };

/**
 * Does long work piece by piece, between other work.
 * @param piece does a little, about a millisecond. @returns whether there is more.
 * @returns ends it.
 */
export function inPieces(piece: () => boolean, { turnMs, later }: Turns): () => void {
  let isEnded = false;
  const turn = (): void => {
    const until = performance.now() + turnMs;
    let isMore = !isEnded && piece();
    while (isMore && performance.now() < until) isMore = piece();
    if (isMore) later(turn);
  };
  later(turn);
  return () => {
    isEnded = true;
  };
}
