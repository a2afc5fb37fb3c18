import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../shared/contract/schemas.ts';
import { forgetOldest, sentencesKept } from './cache.ts';

/** Speech made on this machine. */
export type Speaker = {
  /** Which languages it can say. */
  readonly languages: readonly Language[];
  /** A sentence as a WAV file; made once and kept. Rejects if the program fails. */
  readonly say: (language: Language, sentence: string) => Promise<Buffer>;
};

const program = 'espeak-ng';
/** Words a minute: slower than its usual 175, as for a hall with an echo. */
const speed = '140';
const voices: Readonly<Record<Language, string>> = { vi: 'vi', en: 'en-gb' };
const patienceMs = 10_000;
/** The longest sentence is about two hundred letters. */
const lettersAtMost = 500;

/** Runs the program with arguments, never through a shell. @returns what it writes to its output. */
function run(command: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: patienceMs });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(parts))
        : reject(new Error(`${command} ended with ${code ?? 'a signal'}`)),
    );
  });
}

/**
 * Finds out whether `espeak-ng` is installed here, and what it speaks.
 * @param folder where finished sentences are kept.
 * @param command another program that takes the same arguments.
 */
export async function findSpeaker(folder: string, command = program): Promise<Speaker> {
  const known = await run(command, ['--voices']).catch(() => null);
  const list = known?.toString('utf8') ?? '';
  const languages = (['vi', 'en'] as const).filter((language) =>
    new RegExp(`^\\s*\\d+\\s+${language}(-|\\s)`, 'mu').test(list),
  );
  const underWay = new Map<string, Promise<Buffer>>();

  const make = async (language: Language, sentence: string, file: string): Promise<Buffer> => {
    const kept = await readFile(file).catch(() => null);
    if (kept !== null) return kept;
    // The sentence comes last and after `--`, so that it can never be taken for an option.
    const wav = await run(command, ['-v', voices[language], '-s', speed, '--stdout', '--', sentence]);
    await mkdir(folder, { recursive: true });
    // Written beside and moved, so that a file that is there is whole.
    await writeFile(`${file}.part`, wav);
    await rename(`${file}.part`, file);
    // What cannot be tidied up now is tidied up after the next sentence.
    await forgetOldest(folder, sentencesKept).catch(() => undefined);
    return wav;
  };

  return {
    languages,
    say: (language, sentence) => {
      if (sentence.length > lettersAtMost) return Promise.reject(new RangeError('too long to be said'));
      const name = createHash('sha256').update(`${language} ${speed} ${sentence}`).digest('hex');
      const running = underWay.get(name);
      if (running !== undefined) return running;
      const made = make(language, sentence, join(folder, `${name}.wav`)).finally(() => underWay.delete(name));
      underWay.set(name, made);
      return made;
    },
  };
}
