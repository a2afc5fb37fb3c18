import type { PutBack, PutBackWish } from '../usecases/keepingStore.ts';

/** How a backup comes to be put back, which outlasts the server that is asked for it. */
export type Putting = {
  readonly begin: (file: string, wish: PutBackWish) => void;
  readonly isComing: () => boolean;
  /** What became of the last one, and which request it was. */
  readonly last: (PutBack & Pick<PutBackWish, 'requestId'>) | null;
};

/** For what only makes backups, such as a command. */
export const noPutting: Putting = { begin: () => undefined, isComing: () => false, last: null };
