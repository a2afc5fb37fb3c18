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
/** How long each kind holds. */
const holdsMs = {
  visitorRef: visitorRefMs,
  cardRef: visitorRefMs,
  questionRef: questionMs,
  mineRef: mineRefMs,
  personRef: personRefMs,
} as const;
type Purpose = keyof typeof holdsMs;
const purposes = Object.keys(holdsMs) as Purpose[];

function seal(vault: Vault, purpose: Purpose, visitorIds: readonly VisitorId[], now: Millis): string {
  const until = now + holdsMs[purpose];
  return vault
    .seal(purpose, '', Buffer.from(JSON.stringify({ visitorIds, until }), 'utf8'))
    .toString('base64url');
}

type Opened = { readonly ids: readonly VisitorId[]; readonly until: Millis };

function read(vault: Vault, purpose: Purpose, ref: string): Opened | null {
  const plain = vault.open(purpose, '', Buffer.from(ref, 'base64url'));
  if (plain === null) return null;
  // One of an earlier release, sealed minutes before it was replaced, may look otherwise.
  const { data } = content.safeParse(JSON.parse(plain.toString('utf8')));
  return data
    ? { ids: data.visitorIds as readonly string[] as readonly VisitorId[], until: data.until }
    : null;
}

/** One that would hold for longer than it may was made before the clock was set back: nobody knows how long ago. */
function open(vault: Vault, purpose: Purpose, ref: string, now: Millis): readonly VisitorId[] | null {
  const opened = read(vault, purpose, ref);
  const holds = opened !== null && now <= opened.until && opened.until <= now + holdsMs[purpose];
  return holds ? opened.ids : null;
}

/** Whom a reference of any kind is about, also one that holds no more; nobody if it is not ours. */
export const visitorsIn = (vault: Vault, ref: string): readonly VisitorId[] =>
  purposes.map((purpose) => read(vault, purpose, ref)).find((opened) => opened !== null)?.ids ?? [];

/**
 * A reference the kiosk can hold without learning who the visitor is. It is sealed rather than remembered, so that it
 * still holds after a restart of the server.
 */
export const sealVisitorRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'visitorRef', [visitorId], now);

/** The same for somebody who showed a card, which anybody could hold: it opens less than a face does. */
export const sealCardRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'cardRef', [visitorId], now);

/** @returns the visitor, or null if the reference is not ours, is older than ten minutes, or came of a card alone. */
export const openFaceRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  open(vault, 'visitorRef', ref, now)?.[0] ?? null;

/** @returns the visitor, or null if the reference is not ours or is older than ten minutes. */
export const openVisitorRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  openFaceRef(vault, ref, now) ?? open(vault, 'cardRef', ref, now)?.[0] ?? null;

/** The same for a question about who of these (best first) stands before the kiosk. */
export const sealQuestionRef = (vault: Vault, visitorIds: readonly VisitorId[], now: Millis): string =>
  seal(vault, 'questionRef', visitorIds, now);

/** @returns who was asked about, or null if the reference is not ours or is older than two minutes. */
export const openQuestionRef = (vault: Vault, ref: string, now: Millis): readonly VisitorId[] | null =>
  open(vault, 'questionRef', ref, now);

/** A reference that says more than `sealVisitorRef`: its holder has proven, with a second fact, to be the visitor. */
export const sealMineRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'mineRef', [visitorId], now);

/** @returns the visitor, or null if the reference is not ours or is older than five minutes. */
export const openMineRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  open(vault, 'mineRef', ref, now)?.[0] ?? null;

/** Somebody whom a manager has found, for a request of theirs. */
export const sealPersonRef = (vault: Vault, visitorId: VisitorId, now: Millis): string =>
  seal(vault, 'personRef', [visitorId], now);

/** @returns the person, or null if the reference is not ours or is older than half an hour. */
export const openPersonRef = (vault: Vault, ref: string, now: Millis): VisitorId | null =>
  open(vault, 'personRef', ref, now)?.[0] ?? null;
