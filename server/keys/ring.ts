import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const keyBytes = 32;

/**
 * The keys of an office. What is sealed can be sealed anew with another key; digests cannot be made anew from digests,
 * since what they were made of is kept nowhere, so their keys stay.
 */
export type KeyRing = {
  /** The newest first: it seals; each opens. More than one only while the key is being changed. */
  readonly seal: readonly [Buffer, ...Buffer[]];
  /** Keys of digests by purpose; those of other purposes are derived from `root`. */
  readonly digest: Readonly<Record<string, Buffer>> & { readonly root: Buffer };
};

/** The key of one purpose, by HKDF-SHA-256. */
export const derive = (from: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', from, '', `luot ${purpose}`, keyBytes));

/** Digests that releases made which had one key for everything. */
const early = ['track', 'request', 'pairing', 'birthYears'];

/** The ring of an office with one key for everything; the keys of digests do not tell that key. */
export const ringOf = (key: Buffer): KeyRing => ({
  seal: [key],
  digest: {
    ...Object.fromEntries(early.map((purpose) => [purpose, derive(key, purpose)])),
    root: derive(key, 'digests'),
  },
});

/** The same with a new key to seal with, beside the one before. */
export const withNewKey = (ring: KeyRing): KeyRing => ({
  ...ring,
  seal: [randomBytes(keyBytes), ...ring.seal],
});

/** The same with the newest key only. */
export const withoutOldKeys = (ring: KeyRing): KeyRing => ({ ...ring, seal: [ring.seal[0]] });

const key = z
  .base64()
  .transform((written) => Buffer.from(written, 'base64'))
  .refine(({ length }) => length === keyBytes);
const written = z.strictObject({
  seal: z.tuple([key], key),
  digest: z.object({ root: key }).catchall(key),
});

/** A ring as JSON. */
export const writeRing = ({ seal, digest }: KeyRing): string =>
  JSON.stringify({
    seal: seal.map((one) => one.toString('base64')),
    digest: Object.fromEntries(
      Object.entries(digest).map(([purpose, one]) => [purpose, one.toString('base64')]),
    ),
  });

/** @returns null if this is no ring. */
export function readRing(json: unknown): KeyRing | null {
  const { data } = written.safeParse(json);
  return data ?? null;
}
