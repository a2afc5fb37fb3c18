import { BadCopy } from '../db/copies.ts';
import { makeVault } from '../vault.ts';
import type { Given, Told } from './aside.ts';
import { doCopyWork } from './copyWork.ts';

/** A process that does one piece of work with a backup, and tells what came of it. */
function tell({ work, ring }: Given): Told {
  try {
    return { kind: 'found', found: doCopyWork(work, makeVault(ring)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof BadCopy) return { kind: 'bad', why: error.message };
    return { kind: 'failed', why: error.message, code: 'code' in error ? String(error.code) : '' };
  }
}

process.once('message', (given: Given) => {
  process.send?.(tell(given), () => process.exit());
});
