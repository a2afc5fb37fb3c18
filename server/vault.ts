import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Vault } from './usecases/ports.ts';
import { StartError } from './startError.ts';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/**
 * The office's key, from a file beside the data that only its owner may read (0600).
 * @param mayCreate false once there is data sealed with a key: a new key would make all of it unreadable.
 * @returns 32 bytes.
 * @throws StartError if the file is missing and may not be made, cannot be read, or is not a key.
 */
export function loadKey(file: string, mayCreate: boolean): Buffer {
  if (!existsSync(file)) {
    if (!mayCreate)
      throw new StartError(
        `The key file ${file} is missing. Without it the visitors' data cannot be read; restore it.`,
      );
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeSync(handle, `${randomBytes(keyBytes).toString('base64')}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  const key = Buffer.from(readKeyFile(file), 'base64');
  if (key.length !== keyBytes) throw new StartError(`The key file ${file} is damaged; restore it.`);
  return key;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartError(`The key file ${file} cannot be read.`);
  }
}

/**
 * AES-256-GCM with a key for each purpose, derived by HKDF-SHA-256, and the context as associated data.
 * Sealed form: iv (12 bytes), tag (16 bytes), ciphertext.
 */
export function makeVault(masterKey: Buffer): Vault {
  // As key objects: with bytes, Node prepares the key anew for every template at start, which takes twice as long.
  const keys = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    const known = keys.get(purpose);
    if (known !== undefined) return known;
    const derived = hkdfSync('sha256', masterKey, '', `luot ${purpose}`, keyBytes);
    const made = createSecretKey(Buffer.from(derived));
    keys.set(purpose, made);
    return made;
  };
  return {
    seal: (purpose, context, plain) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
      cipher.setAAD(Buffer.from(context, 'utf8'));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open: (purpose, context, sealed) => {
      if (sealed.length < ivBytes + tagBytes) return null;
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, ivBytes));
      decipher.setAAD(Buffer.from(context, 'utf8'));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
      } catch {
        return null;
      }
    },
    digest: (purpose, plain) => createHmac('sha256', keyFor(purpose)).update(plain).digest(),
  };
}
