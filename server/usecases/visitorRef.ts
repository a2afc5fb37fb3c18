import { z } from 'zod';
import type { Millis, VisitorId } from '../../shared/domain/ids.ts';
import type { Vault } from './ports.ts';

/** How long a reference to a visitor and a question hold, ms. */
export const visitorRefMs = 10 * 60_000;
export const questionMs = 2 * 60_000;
/** Who gave a wrong answer is not asked again so soon, nor is anybody else about the same visitor, ms. */
export const blockedMs = 10 * 60_000;
/** How long who has proven to be a visitor may see and change what is kept, ms. */
const mineRefMs = 5 * 60_000;
/** How long a manager has for the request of somebody who was found, ms. */
const personRefMs = 30 * 60_000;

const content = z.strictObject({ visitorIds: z.array(z.uuid()).min(1), until: z.int() });
const purposes = ['visitorRef', 'cardRef', 'questionRef', 'mineRef', 'personRef'] as const;
type Purpose = (typeof purposes)[number];

function seal(vault: Vault, purpose: Purpose, visitorIds: readonly VisitorId[], until: Millis): string {
  return vault
    .seal(purpose, '', Buffer.from(JSON.stringify({ visitorIds, until }), 'utf8'))
    .toString('base64url');
}

function open(vault: Vault, purpose: Purpose, ref: string, now: Millis): readonly VisitorId[] | null {
  const plain = vault.open(purpose, '', Buffer.from(ref, 'base64url'));
  if (plain === null) return null;
  // One of an earlier release, sealed minutes before it was replaced, may look otherwise.
  const { data } = content.safeParse(JSON.parse(plain.toString('utf8')));
  return data && now <= data.until ? (data.visitorIds as readonly string[] as readonly VisitorId[]) : null;
}

/** Whom a reference of any kind is about, also one that holds no more; nobody if it is not ours. */
export const visitorsIn = (vault: Vault, ref: string): readonly VisitorId[] =>
  purposes.map((purpose) => open(vault, purpose, ref, 0)).find((ids) => ids !== null) ?? [];

/**
 * A reference the kiosk can hold without learning who the visitor is. It is sealed rather than remembered, so that it
 * still holds after a restart of the server.
 */
export const sealVisitorRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'visitorRef', [visitorId], now + visitorRefMs);

/** The same for somebody who showed a card, which anybody could hold: it opens less than a face does. */
export const sealCardRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'cardRef', [visitorId], now + visitorRefMs);

/** @returns the visitor, or null if the reference is not ours, is older than ten minutes, or came of a card alone. */
export const openFaceRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  open(vault, 'visitorRef', ref, now)?.[0] ?? null;

/** @returns the visitor, or null if the reference is not ours or is older than ten minutes. */
export const openVisitorRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  openFaceRef(vault, ref, now) ?? open(vault, 'cardRef', ref, now)?.[0] ?? null;

/** The same for a question about who of these (best first) stands before the kiosk. */
export const sealQuestionRef = (vault: Vault, visitorIds: readonly VisitorId[], now: Millis): string =>
  seal(vault, 'questionRef', visitorIds, now + questionMs);

/** @returns who was asked about, or null if the reference is not ours or is older than two minutes. */
export const openQuestionRef = (vault: Vault, ref: string, now: Millis): readonly VisitorId[] | null =>
  open(vault, 'questionRef', ref, now);

/** A reference that says more than `sealVisitorRef`: its holder has proven, with a second fact, to be the visitor. */
export const sealMineRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'mineRef', [visitorId], now + mineRefMs);

/** @returns the visitor, or null if the reference is not ours or is older than five minutes. */
export const openMineRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  open(vault, 'mineRef', ref, now)?.[0] ?? null;

/** Somebody whom a manager has found, for a request of theirs. */
export const sealPersonRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'personRef', [visitorId], now + personRefMs);

/** @returns the person, or null if the reference is not ours or is older than half an hour. */
export const openPersonRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  open(vault, 'personRef', ref, now)?.[0] ?? null;
