import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { KeyRing } from './keys/ring.ts';
import { derive, ringOf } from './keys/ring.ts';
import type { Vault } from './usecases/ports.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Purposes of seals and digests whose keys are made of one. */
function purposesOf(keyOf: (purpose: string) => Buffer): (purpose: string) => KeyObject {
  // As key objects: with bytes, Node prepares the key anew for every template at start, which takes twice as long.
  const keys = new Map<string, KeyObject>();
  return (purpose) => {
    const known = keys.get(purpose) ?? createSecretKey(keyOf(purpose));
    keys.set(purpose, known);
    return known;
  };
}

/** @returns null if it was sealed with another key or context, or was tampered with. */
function openWith(key: KeyObject, context: Buffer, bytes: Uint8Array): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
  decipher.setAAD(context);
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const plain = decipher.update(bytes.subarray(ivBytes + tagBytes));
    // In this mode nothing is left to come; it says whether all of it is as it was sealed.
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

/**
 * AES-256-GCM with a key for each purpose, derived by HKDF-SHA-256, and the context as associated data.
 * Sealed form: iv (12 bytes), tag (16 bytes), ciphertext. The ring's newest key seals, each of its keys opens.
 * @param keys a ring, or the one key (32 bytes) that a ring is made of.
 */
export function makeVault(keys: KeyRing | Buffer): Vault {
  const ring = Buffer.isBuffer(keys) ? ringOf(keys) : keys;
  const [newest, ...earlier] = ring.seal.map((key) => purposesOf((purpose) => derive(key, purpose)));
  if (newest === undefined) throw new Error('a ring without keys');
  const digestKey = purposesOf((purpose) => ring.digest[purpose] ?? derive(ring.digest.root, purpose));
  return {
    seal: (purpose, context, plain) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', newest(purpose), iv);
      cipher.setAAD(Buffer.from(context, 'utf8'));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open: (purpose, context, sealed) => {
      if (sealed.length < ivBytes + tagBytes) return null;
      const associated = Buffer.from(context, 'utf8');
      for (const keyFor of [newest, ...earlier]) {
        const plain = openWith(keyFor(purpose), associated, sealed);
        if (plain !== null) return plain;
      }
      return null;
    },
    digest: (purpose, plain) => createHmac('sha256', digestKey(purpose)).update(plain).digest(),
  };
}

/** The digest by which a database knows the key that it is sealed with. */
export const digestOfKey = (key: Buffer): Buffer =>
  createHmac('sha256', derive(key, 'key')).update('').digest();
