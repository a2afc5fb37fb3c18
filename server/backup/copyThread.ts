import { parentPort, workerData } from 'node:worker_threads';
import { BadCopy } from '../db/copies.ts';
import { makeVault } from '../vault.ts';
import type { Told, ToThread } from './aside.ts';
import { doCopyWork } from './copyWork.ts';

/** A thread that does one piece of work with a backup, and tells what came of it. */
const { work, ring } = workerData as ToThread;

function told(): Told {
  try {
    return { kind: 'found', found: doCopyWork(work, makeVault(ring)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof BadCopy) return { kind: 'bad', why: error.message };
    return { kind: 'failed', why: error.message, code: 'code' in error ? String(error.code) : '' };
  }
}

parentPort?.postMessage(told());
