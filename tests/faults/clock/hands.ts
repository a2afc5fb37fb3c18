import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Within } from '../../e2e/office.ts';

/** The hands of a server's clock, which a test can move while it runs. */
export type Hands = {
  readonly now: () => number;
  /** Sets the clock to this moment, ms since 1970; from there it goes on. */
  readonly set: (at: number) => void;
  /** Starts the server on this clock. */
  readonly within: Within;
};

/** @param file where the hands are kept. */
export function makeHands(file: string): Hands {
  const open = openSync(file, 'w');
  let ahead = 0;
  const put = (ms: number): void => {
    ahead = Math.round(ms);
    // At once, or the server could read half of one and half of the other.
    writeSync(open, new BigInt64Array([BigInt(ahead)]), 0, 8, 0);
  };
  put(0);
  const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts'));
  preload.searchParams.set('ahead', file);
  return {
    now: () => Date.now() + ahead,
    set: (at) => put(at - Date.now()),
    within: ([node = '', ...rest]) => [node, '--import', preload.href, ...rest],
  };
}
