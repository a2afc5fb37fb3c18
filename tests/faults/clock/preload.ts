import { openSync, readSync } from 'node:fs';

/**
 * Loaded before the server (`node --import`), so that its clock shows what a test wants: `Date.now` is ahead of the
 * machine's by the 64-bit number of ms in the file that the query of this module's address names. Nothing else of the
 * server is changed.
 */
const file = openSync(new URL(import.meta.url).searchParams.get('ahead') ?? '', 'r');
const ahead = new BigInt64Array(1);
const real = Date.now.bind(Date);
Date.now = () => {
  readSync(file, ahead, 0, 8, 0);
  return real() + Number(ahead[0]);
};
