import { randomUUID } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { latestOfAge } from '../../shared/domain/age.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { contradicts } from '../../shared/domain/name.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { keepConsent } from './consent.ts';
import { maskedNameOf, yearOf } from './facesGreet.ts';
import { matchIn, probeOf } from './facesMatch.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Visitor } from './records.ts';
import { nobodyYet } from './records.ts';
import { sealVisitorRef } from './visitorRef.ts';

/** More pictures of one person make searches slower and recognise hardly better. */
const templatesMost = 5;

type Input = ParsedInput<'visitor:enrol'>;

/**
 * The visitor who registers once more, because the kiosk did not know them this time: somebody with this face who said
 * the same of themselves. A face alone is not enough, or one could add one's own to a look-alike's.
 */
function sameVisitor(
  context: TransactionContext,
  probe: Float32Array,
  { name, birthYear }: Input,
): Visitor | null {
  const match = matchIn(context, context, probe);
  if (match.kind !== 'accepted') return null;
  const known = match.visitor;
  if (contradicts(known.name, name)) return null;
  // Who registered before the year was asked for is known by the name.
  const isSame =
    known.birthYear === birthYear || (known.birthYear === null && known.name !== null && name !== null);
  return isSame ? { ...known, name: known.name ?? name, birthYear } : null;
}

/** Puts a face among a visitor's; the oldest beyond the most that are kept goes. */
export function learn(context: TransactionContext, visitorId: VisitorId, probe: Float32Array): void {
  const { store, faceSet, gallery } = context;
  store.visitors.addTemplate({ visitorId, vector: probe }, faceSet.id, context.now());
  store.visitors.keepNewest(visitorId, faceSet.id, templatesMost);
  const vectors = store.visitors.templatesOf(visitorId, faceSet.id, faceSet.dimension);
  context.afterCommit(() => gallery.replace(visitorId, vectors));
}

/** Registers a face with the consent its owner gave to the current wording. */
export function enrol(
  context: TransactionContext,
  input: Input,
  caller: Caller,
): Result<RequestOutput<'visitor:enrol'>, Refused> {
  const { store, vault } = context;
  const now = context.now();
  if (input.consent.version !== store.office.consentText().version) return err(refuse('consentOutdated'));
  if (input.birthYear > latestOfAge(yearOf(context, now))) return err(refuse('tooYoung'));
  const probe = probeOf(context, input);
  if (!probe.ok) return probe;

  const known = sameVisitor(context, probe.value, input);
  const { name, birthYear } = input;
  const visitor = known ?? {
    ...nobodyYet,
    id: randomUUID() as VisitorId,
    name,
    birthYear,
    registeredAt: now,
  };
  if (known === null) store.visitors.add(visitor);
  else store.visitors.setFacts(visitor);
  learn(context, visitor.id, probe.value);
  keepConsent(context, visitor.id, input.consent, caller);
  store.visitors.countRecognition('enrolled', actorOf(caller), now);
  return ok({
    visitorRef: sealVisitorRef(vault, visitor.id, now),
    maskedName: maskedNameOf(visitor.name),
  });
}
