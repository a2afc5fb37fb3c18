import { randomUUID } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { contradicts } from '../../shared/domain/name.ts';
import { agree } from '../../shared/domain/samePerson.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { consentRefusal, keepConsent } from './consent.ts';
import { maskedNameOf } from './facesGreet.ts';
import { areFacesLoaded, matchIn, probeOf, thresholdsIn } from './facesMatch.ts';
import { learn } from './learn.ts';
import { ageRefusal, cardRefusal, ownerOf, withFacts } from './ownFacts.ts';
import type { OwnFacts } from './ownFacts.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Visitor } from './records.ts';
import { nobodyYet } from './records.ts';
import { suspectByCard, suspectByFace } from './suspects.ts';
import { sealCardRef, sealVisitorRef } from './visitorRef.ts';

type Consent = ParsedInput<'visitor:enrol'>['consent'];

/** Why nobody is registered with these facts and this consent, or null. */
const refusalOf = (context: TransactionContext, own: OwnFacts, consent: Consent): Refused | null =>
  consentRefusal(context, consent) ?? ageRefusal(context, own) ?? cardRefusal(context, own);

/**
 * The visitor who registers once more, because the kiosk did not know them this time: somebody with this face who said
 * the same of themselves. A face alone is not enough, or one could add one's own to a look-alike's.
 */
function saysTheSame(known: Visitor, facts: Visitor): boolean {
  // Who registered before the year was asked for is known by the name.
  const isNamed = known.birthYear === null && known.name !== null && facts.name !== null;
  return agree(known, facts) || (isNamed && !contradicts(known.name, facts.name));
}

/** Writes what is known of a visitor now, who may be new, and keeps the consent. */
function keep(
  context: TransactionContext,
  known: Visitor | null,
  own: OwnFacts,
  consent: Consent,
  caller: Caller,
): Visitor {
  const { store } = context;
  const now = context.now();
  const anybody = { ...nobodyYet, id: randomUUID() as VisitorId, registeredAt: now };
  const visitor = withFacts(context, known ?? anybody, own);
  if (known === null) store.visitors.add(visitor);
  else store.visitors.setFacts(visitor);
  keepConsent(context, visitor.id, consent, caller);
  store.visitors.countRecognition('enrolled', actorOf(caller), now);
  return visitor;
}

const registered = ({ vault, now }: TransactionContext, { id, name }: Visitor, by: 'face' | 'card') => ({
  visitorRef: (by === 'face' ? sealVisitorRef : sealCardRef)(vault, id, now()),
  maskedName: maskedNameOf(name),
});

/**
 * Whether a face may become that of a card's owner: of somebody whose face is not known yet, or is at least somewhat
 * like it. A card can be copied, and whoever holds a copy must not get into its owner's place.
 */
function fits(context: TransactionContext, probe: Float32Array, { id }: Visitor): boolean {
  const { store, faceSet, gallery } = context;
  if (store.visitors.templatesOf(id, faceSet.id, faceSet.dimension).length === 0) return true;
  const { unsure } = thresholdsIn(context, context);
  const { best, second } = gallery.search(probe);
  return [best, second].some((one) => one?.visitorId === id && one.similarity >= unsure);
}

/** Registers a face with the consent its owner gave to the current wording. */
export function enrol(
  context: TransactionContext,
  input: ParsedInput<'visitor:enrol'>,
  caller: Caller,
): Result<RequestOutput<'visitor:enrol'>, Refused> {
  // Or somebody who is on the way would be registered a second time.
  if (!areFacesLoaded(context)) return err(refuse('facesNotLoaded'));
  const refusal = refusalOf(context, input, input.consent);
  if (refusal !== null) return err(refusal);
  const probe = probeOf(context, input);
  if (!probe.ok) return probe;

  const match = matchIn(context, context, probe.value);
  const faceOf = match.kind === 'accepted' ? match.visitor : null;
  const holder = ownerOf(context, input.card);
  const owner = holder !== null && fits(context, probe.value, holder) ? holder : null;
  // The card stays its owner's.
  const own = holder === owner ? input : { ...input, birthYear: holder?.birthYear ?? null, card: null };
  const again = faceOf && saysTheSame(faceOf, withFacts(context, { ...faceOf, ...nobodyYet }, own));
  const visitor = keep(context, owner ?? (again ? faceOf : null), own, input.consent, caller);
  if (holder !== null) suspectByCard(context, holder, owner === null ? visitor : faceOf);
  suspectByFace(context, visitor, probe.value);
  learn(context, visitor.id, { vector: probe.value, quality: input.quality });
  return ok(registered(context, visitor, 'face'));
}

/** Registers somebody by the citizen card alone. */
export function register(
  context: TransactionContext,
  input: ParsedInput<'visitor:register'>,
  caller: Caller,
): Result<RequestOutput<'visitor:register'>, Refused> {
  const own = { ...input, birthYear: null };
  const refusal = refusalOf(context, own, input.consent);
  if (refusal !== null) return err(refusal);
  const visitor = keep(context, ownerOf(context, own.card), own, input.consent, caller);
  return ok(registered(context, visitor, 'card'));
}
