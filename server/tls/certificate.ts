import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { StartError } from '../startError.ts';
import { writeWhole } from '../wholeFile.ts';

/** What a server shows to prove that it is the office's own; both in PEM. */
export type Certificate = { readonly key: string; readonly cert: string };

const years = 10;
const filesIn = (data: string) => ({
  folder: join(data, 'tls'),
  key: join(data, 'tls', 'key.pem'),
  cert: join(data, 'tls', 'cert.pem'),
});

/** @returns which names and addresses a certificate is for: those of the machine itself, and the ones given. */
const altNames = (names: readonly string[]) =>
  [...new Set(['localhost', '127.0.0.1', '::1', ...names])].map((name) =>
    isIP(name) === 0 ? ({ type: 2, value: name } as const) : ({ type: 7, ip: name } as const),
  );

/**
 * Makes a key and a certificate that vouches for itself: screens hold it by its fingerprint, so nobody else has to.
 * @param names names and addresses by which other machines reach the server.
 * @param now ms since 1970; it is good from a day before, since clocks differ, for ten years.
 */
export async function makeCertificate(names: readonly string[], now: number): Promise<Certificate> {
  const notBeforeDate = new Date(now - 24 * 3600_000);
  const notAfterDate = new Date(now);
  notAfterDate.setUTCFullYear(notAfterDate.getUTCFullYear() + years);
  const made = await generate([{ name: 'commonName', value: 'Luot' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: altNames(names) },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** Whether the data folder has a certificate. */
export const hasCertificate = (data: string): boolean => existsSync(filesIn(data).cert);

/**
 * Keeps a certificate in the data folder; the key is for its owner only. The key comes first, so that where there is a
 * certificate there is its key: at a kiosk nobody could make another.
 */
export function keepCertificate(data: string, { key, cert }: Certificate): void {
  const files = filesIn(data);
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  writeWhole(files.key, key);
  writeWhole(files.cert, cert);
}

/**
 * The certificate in the data folder.
 * @throws StartError if there is none, or its key is another's.
 */
export function readCertificate(data: string): Certificate {
  const files = filesIn(data);
  try {
    const own = { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') };
    fingerprintOf(own.cert);
    return own;
  } catch {
    throw new StartError(
      `There is no certificate in ${files.folder}. Make one with: npm run tls -- make --data ${data}`,
    );
  }
}

/** @returns the SHA-256 of a certificate (PEM), 64 hex digits: what a kiosk is held to. @throws if it is none. */
export const fingerprintOf = (cert: string): string =>
  new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase();

/** @returns the SHA-256 of its public key, base64: what Chromium can be told to trust at its start. */
export const publicKeyPin = (cert: string): string =>
  createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

/** @returns until when it is good, ms since 1970. */
export const goodUntil = (cert: string): number => Date.parse(new X509Certificate(cert).validTo);
