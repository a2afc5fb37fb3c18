import { z } from 'zod';
import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from './ports.ts';

const validMs = 10 * 60_000;
const content = z.strictObject({ visitorId: z.uuid(), until: z.int() });

/**
 * A reference the kiosk can hold without learning who the visitor is. It is sealed rather than remembered, so that it
 * still holds after a restart of the server.
 */
export function sealVisitorRef(vault: Vault, visitorId: VisitorId, now: Millis): string {
  const plain = JSON.stringify({ visitorId, until: now + validMs });
  return vault.seal('visitorRef', '', Buffer.from(plain, 'utf8')).toString('base64url');
}

/** @returns the visitor, or null if the reference is not ours or is older than ten minutes. */
export function openVisitorRef(vault: Vault, ref: string, now: Millis): VisitorId | null {
  const plain = vault.open('visitorRef', '', Buffer.from(ref, 'base64url'));
  if (plain === null) return null;
  const { visitorId, until } = content.parse(JSON.parse(plain.toString('utf8')));
  return now <= until ? (visitorId as VisitorId) : null;
}
