import { fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { BadCopy } from '../db/copies.ts';
import type { CopyFacts } from '../db/copies.ts';
import type { KeyRing } from '../keys/ring.ts';
import { makeVault } from '../vault.ts';
import type { CopyWork } from './copyWork.ts';
import { doCopyWork } from './copyWork.ts';

/** What the process is given. */
export type Given = { readonly work: CopyWork; readonly ring: KeyRing };

/** What it tells: errors of its own would come without their class. */
export type Told =
  | { readonly kind: 'found'; readonly found: CopyFacts }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly code: string };

/** A smaller one is looked over in about 0.1 s, less than a process takes to start on a slow machine. */
const largeBytes = 2 * 2 ** 20;

/** The installed kiosk's Electron is built not to run as Node. Its server is that of a single kiosk, with a small database. */
const hasProcesses = process.versions['electron'] === undefined;

/** In a process, which gives all of its memory back, and whose end by a damaged file would be its own alone. */
function tellOf(given: Given): Promise<Told> {
  const child = fork(join(import.meta.dirname, 'copyProcess.ts'), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Told));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`a backup's process ended with ${code ?? signal}`)),
    );
    child.send(given);
  });
}

/**
 * Does work with a backup, beside everything else where it would take long: of a large office it takes seconds, in which
 * nobody would be answered and screens would think the server gone.
 * @throws BadCopy, or what kept it from being written.
 */
export async function workAside(work: CopyWork, ring: KeyRing): Promise<CopyFacts> {
  if (!hasProcesses || statSync(work.file).size < largeBytes) return doCopyWork(work, makeVault(ring));
  const told = await tellOf({ work, ring });
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
