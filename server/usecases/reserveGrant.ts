import { timingSafeEqual } from 'node:crypto';
import type { SignedGrant } from '../../shared/contract/requests/reserve.ts';
import type { Grant } from '../../shared/domain/reserve.ts';
import { signedText } from '../../shared/domain/reserve.ts';
import type { Caller, Vault } from './ports.ts';

const digestOf = (vault: Vault, grant: Grant): Buffer => vault.digest('reserve', signedText(grant));

/** The grant with the office's signature, which a kiosk cannot make. */
export const signed = (vault: Vault, grant: Grant): SignedGrant => ({
  ...grant,
  fields: [...grant.fields],
  signature: digestOf(vault, grant).toString('base64url'),
});

/** Whether this office set these numbers aside, whatever its database knows of it. */
export function isGenuine(vault: Vault, grant: SignedGrant): boolean {
  const signature = Buffer.from(grant.signature, 'base64url');
  const wanted = digestOf(vault, grant);
  return signature.length === wanted.length && timingSafeEqual(signature, wanted);
}

/** The paired kiosk that asks; null for the one on the server's own machine. */
export const kioskOf = (caller: Caller): number | null => (caller.kind === 'device' ? caller.deviceId : null);
