import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { StartError } from '../startError.ts';
import { writeWhole } from '../wholeFile.ts';
import { lock, locked, unlock } from './passphrase.ts';
import type { KeyRing } from './ring.ts';
import { keyBytes, readRing, ringOf, writeRing } from './ring.ts';

/** Asks whoever starts the program for the passphrase; null if there is nobody to ask and none was given. */
export type AskPassphrase = () => Promise<string | null>;

/** A key file that was read: its keys, and the passphrase it is locked with, if it is. */
export type OpenKeys = { readonly ring: KeyRing; readonly passphrase: string | null };

const damaged = (file: string): StartError => new StartError(`The key file ${file} is damaged; restore it.`);

/**
 * Writes the keys, for their owner only (0600). Whatever happens meanwhile, the file holds the old or the new ones.
 * @param passphrase what it is locked with; null: with nothing, so that whoever can read the file has the keys.
 */
export function writeKeys(file: string, { ring, passphrase }: OpenKeys): void {
  const keys = writeRing(ring);
  writeWhole(file, `${passphrase === null ? keys : JSON.stringify(lock(keys, passphrase))}\n`);
}

async function unlocked(
  file: string,
  content: z.output<typeof locked>,
  ask: AskPassphrase,
): Promise<OpenKeys> {
  const passphrase = await ask();
  if (passphrase === null)
    throw new StartError(
      `The key file ${file} is locked with a passphrase. Give it in LUOT_PASSPHRASE, with --passphrase-fd, or start in a terminal.`,
    );
  const plain = unlock(content, passphrase);
  if (plain === null) throw new StartError(`The passphrase is not the one of the key file ${file}.`);
  const ring = readRing(JSON.parse(plain));
  if (ring === null) throw damaged(file);
  return { ring, passphrase };
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StartError(`The key file ${file} cannot be read.`);
  }
}

/**
 * The office's keys, from a file beside the data that only its owner may read. A new one is a single key in base64;
 * once the key was changed or a passphrase set, it is JSON.
 * @param mayCreate false once there is data sealed with a key: a new key would make all of it unreadable.
 * @throws StartError if the file is missing and may not be made, cannot be read, is no key, or stays locked.
 */
export async function loadKeys(file: string, mayCreate: boolean, ask: AskPassphrase): Promise<OpenKeys> {
  if (!existsSync(file)) {
    if (!mayCreate)
      throw new StartError(
        `The key file ${file} is missing. Without it the visitors' data cannot be read; restore it.`,
      );
    writeWhole(file, `${randomBytes(keyBytes).toString('base64')}\n`);
  }
  const content = readFile(file);
  if (!content.startsWith('{')) {
    const key = Buffer.from(content, 'base64');
    if (key.length !== keyBytes) throw damaged(file);
    return { ring: ringOf(key), passphrase: null };
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw damaged(file);
  }
  const ring = readRing(json);
  if (ring !== null) return { ring, passphrase: null };
  const closed = locked.safeParse(json);
  if (!closed.success) throw damaged(file);
  return unlocked(file, closed.data, ask);
}
