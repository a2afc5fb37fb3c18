import { X509Certificate } from 'node:crypto';
import type { Request, Session } from 'electron';
import { log } from './log.ts';

type Asked = Pick<Request, 'hostname' | 'verificationResult'> & {
  readonly certificate: Pick<Request['certificate'], 'data'>;
};

/** Chromium's answers to the question whether a certificate is good. */
const verdict = { good: 0, bad: -2, asChromiumSays: -3 } as const;
type Verdict = (typeof verdict)[keyof typeof verdict];

/** Which certificate the server is held to, and the keeping of the one first seen. */
export type Pin = { readonly get: () => string | null; readonly keep: (fingerprint: string) => void };

/** @returns SHA-256 of a certificate in PEM, 64 hex digits; null if it is none. */
export function fingerprintOf(pem: string): string | null {
  try {
    return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
  } catch {
    return null;
  }
}

/**
 * Judges a certificate that nobody vouches for, as the office's own is: of our server only the one it showed first is
 * taken, which is when the kiosk is put up and paired, or the one that the shell was told at its start.
 */
export function judge(serverUrl: string, pin: Pin, asked: Asked): Verdict {
  const { hostname } = new URL(serverUrl);
  if (asked.hostname !== hostname.replace(/^\[|\]$/gu, '')) return verdict.asChromiumSays;
  const shown = fingerprintOf(asked.certificate.data);
  if (shown === null) return verdict.bad;
  const held = pin.get();
  if (held !== null) {
    if (shown !== held) log('otherCertificate', { serverUrl, shown, held });
    return shown === held ? verdict.good : verdict.bad;
  }
  // Vouched for by an authority this machine trusts, such as that of a reverse proxy: it may change in time.
  if (asked.verificationResult === 'net::OK') return verdict.good;
  pin.keep(shown);
  log('certificateKept', { serverUrl, shown });
  return verdict.good;
}

/** Holds all that a session says to the server to these rules. */
export function holdToCertificate(session: Session, serverUrl: string, pin: Pin): void {
  session.setCertificateVerifyProc((asked, answer) => answer(judge(serverUrl, pin, asked)));
}
