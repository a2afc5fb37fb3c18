import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { availableMemory, kill, pid } from 'node:process';

const inMemory = '/dev/shm';
/** Bytes: several times what offices, browsers' profiles and cameras of 14 MB take while they are there together. */
const roomy = 3 * 2 ** 30;

/** Where temporary files are best: in memory on a Linux machine with enough of it, unless the machine says where. */
function chooseFolder(): string {
  if (process.platform !== 'linux' || process.env['TMPDIR'] !== undefined) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > roomy && availableMemory() > roomy ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

const isRunning = (process: number): boolean => {
  try {
    return kill(process, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Runs that were killed could not tidy up, and nothing else does in memory. */
function tidyUp(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, owner] = /^luot-tests-(\d+)-/u.exec(name) ?? [];
    if (owner !== undefined && !isRunning(Number(owner))) remove(join(folder, name));
  }
}

/**
 * Vitest calls this before the first test, and what it returns after the last. An office waits for its disk after every
 * request; hundreds of them wait less on one that is memory. What a test that was killed leaves behind goes too.
 */
export function setup(): () => void {
  const given = process.env['TMPDIR'];
  const folder = chooseFolder();
  tidyUp(folder);
  const own = mkdtempSync(join(folder, `luot-tests-${pid}-`));
  process.env['TMPDIR'] = own;
  return () => {
    if (given === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = given;
    remove(own);
  };
}
