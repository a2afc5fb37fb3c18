import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BadCopy } from '../db/copies.ts';
import type { CopyFacts } from '../db/copies.ts';
import type { KeyRing } from '../keys/ring.ts';
import { makeVault } from '../vault.ts';
import type { CopyWork } from './copyWork.ts';
import { doCopyWork } from './copyWork.ts';

/** What a thread is given; it is of this process, so the keys do not leave it. */
export type ToThread = { readonly work: CopyWork; readonly ring: KeyRing };

/** What it tells: errors of its own would come without their class. */
export type Told =
  | { readonly kind: 'found'; readonly found: CopyFacts }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly code: string };

/** A smaller one is looked over in about 0.1 s, less than a thread takes to start on a slow machine. */
const largeBytes = 2 * 2 ** 20;

/**
 * Not in Electron, which advises against native modules in threads (<https://www.electronjs.org/docs/latest/tutorial/multithreading>).
 * There the server is that of a single kiosk, with a small database.
 */
const hasThreads = process.versions['electron'] === undefined;

/**
 * Does work with a backup, beside everything else where it would take long: of a large office it takes seconds, in which
 * nobody would be answered and screens would think the server gone.
 * @throws BadCopy, or what kept it from being written.
 */
export async function workAside(work: CopyWork, ring: KeyRing): Promise<CopyFacts> {
  if (!hasThreads || statSync(work.file).size < largeBytes) return doCopyWork(work, makeVault(ring));
  const thread = new Worker(join(import.meta.dirname, 'copyThread.ts'), {
    workerData: { work, ring } satisfies ToThread,
    execArgv: [],
  });
  const told = await new Promise<Told>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a thread for backups ended with ${code}`)));
  });
  switch (told.kind) {
    case 'found':
      // Buffers come as plain bytes.
      return { ...told.found, keyDigest: Buffer.from(told.found.keyDigest) };
    case 'bad':
      throw new BadCopy(told.why);
    case 'failed':
      throw Object.assign(new Error(told.why), { code: told.code });
  }
}
