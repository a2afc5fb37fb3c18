import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';

/**
 * scrypt as RFC 7914 has it: 128 MiB and a third of a second on an office's PC, which is what OWASP's password storage
 * sheet asks for at least. A key file that asks for less is refused: it was not made here.
 */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
const costMost = 2 ** 20;
const saltBytes = 16;
const ivBytes = 12;
const tagBytes = 16;

/** Shorter ones can be guessed even so. */
export const passphraseLeast = 12;

const bytes = z.base64().transform((written) => Buffer.from(written, 'base64'));
export const locked = z.strictObject({
  scrypt: z.strictObject({
    N: z.int().min(cost.N).max(costMost),
    r: z.int().min(cost.r).max(32),
    p: z.int().min(cost.p).max(16),
    salt: bytes,
  }),
  sealed: bytes,
});
type Locked = z.output<typeof locked>;

/** However it was typed, a passphrase is the same bytes. */
function keyOf(passphrase: string, { N, r, p, salt }: Locked['scrypt']): Buffer {
  const maxmem = 128 * N * r * 2;
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem });
}

/** Locks a text with a passphrase (AES-256-GCM with the key that scrypt makes of it). @returns it as JSON. */
export function lock(plain: string, passphrase: string): z.input<typeof locked> {
  const salt = randomBytes(saltBytes);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, { ...cost, salt }), iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return {
    scrypt: { ...cost, salt: salt.toString('base64') },
    sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64'),
  };
}

/** @returns null if it is another passphrase. */
export function unlock({ scrypt, sealed }: Locked, passphrase: string): string | null {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, scrypt), sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const body = sealed.subarray(ivBytes + tagBytes);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
