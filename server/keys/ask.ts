import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { StartError } from '../startError.ts';
import type { AskPassphrase } from './file.ts';

/** Asks in the terminal, without showing what is typed; null if this is none. */
export async function askHidden(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/** The first line of what a file descriptor gives. */
function readDescriptor(descriptor: number): string {
  try {
    return readFileSync(descriptor, 'utf8').split(/\r?\n/u, 1)[0] ?? '';
  } catch {
    throw new StartError(`No passphrase can be read from file descriptor ${descriptor}.`);
  }
}

/**
 * How the passphrase of this start is come by: from a file descriptor, from `LUOT_PASSPHRASE`, or asked for. The
 * variable is taken out of the environment, so that no program that is started from here has it.
 */
export function passphraseFrom(env: NodeJS.ProcessEnv, descriptor: number | null): AskPassphrase {
  const { LUOT_PASSPHRASE: given } = env;
  delete env['LUOT_PASSPHRASE'];
  const find = async (): Promise<string | null> => {
    if (descriptor !== null) return readDescriptor(descriptor);
    return given ?? askHidden('Passphrase of the key file: ');
  };
  // Asked once, however often the file is read.
  let asked: Promise<string | null> | null = null;
  return () => (asked ??= find());
}
