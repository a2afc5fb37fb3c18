import { createHash, randomUUID } from 'node:crypto';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import { decide, meanEmbedding, thresholdsFor } from '../../shared/domain/matching.ts';
import { maskName } from '../../shared/domain/name.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { visitorRequests } from '../../shared/contract/requests/visitor.ts';
import { appointmentOf } from './appointmentOf.ts';
import { notBuilt } from './notBuilt.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import type { UseCases } from './table.ts';
import { actorOf } from './ports.ts';
import { openVisitorRef, sealVisitorRef } from './visitorRef.ts';

/** The mean of what the kiosk saw, or why it cannot be used with this office's gallery. */
function probeOf(
  { faceSet }: Context,
  input: { readonly modelId: string; readonly embeddings: readonly (readonly number[])[] },
): Result<Float32Array, Refused> {
  if (input.modelId !== faceSet.id) return err(refuse('modelMismatch'));
  if (input.embeddings.some(({ length }) => length !== faceSet.dimension))
    return err(refuse('modelMismatch'));
  const probe = meanEmbedding(input.embeddings);
  return probe === null ? err(refuse('badEmbeddings')) : ok(probe);
}

const maskedNameOf = (name: string | null): string | null => (name === null ? null : maskName(name));

/** Who stands before the kiosk, as far as the gallery can tell. */
function identify(
  context: Context,
  input: ParsedInput<'visitor:identify'>,
  caller: Caller,
): Result<RequestOutput<'visitor:identify'>, Refused> {
  const { store, gallery, faceSet, vault } = context;
  const now = context.now();
  const probe = probeOf(context, input);
  if (!probe.ok) return probe;
  const { best, second } = gallery.search(probe.value);
  const decision = decide(best, second, thresholdsFor(faceSet.thresholds, gallery.size()));
  const visitor = decision.kind === 'accepted' ? store.visitors.find(decision.visitorId) : null;
  if (visitor === null) {
    const kind = decision.kind === 'unsure' ? 'unsure' : 'unknown';
    store.visitors.countRecognition(kind, actorOf(caller), now);
    return ok(kind === 'unsure' ? { kind, question: null } : { kind });
  }
  store.visitors.countRecognition('recognised', actorOf(caller), now);
  return ok({
    kind: 'recognised',
    visitorRef: sealVisitorRef(vault, visitor.id, now),
    maskedName: maskedNameOf(visitor.name),
    usualFields: [...store.tickets.usualFields(visitor.id, 3)],
    appointment: appointmentOf(context, visitor.id, now),
  });
}

/** Registers a face with the consent its owner gave to the current wording. */
function enrol(
  context: TransactionContext,
  input: ParsedInput<'visitor:enrol'>,
  caller: Caller,
): Result<RequestOutput<'visitor:enrol'>, Refused> {
  const { store, gallery, faceSet, vault } = context;
  const now = context.now();
  const consent = store.office.consentText();
  if (input.consent.version !== consent.version) return err(refuse('consentOutdated'));
  const probe = probeOf(context, input);
  if (!probe.ok) return probe;

  const { language } = input.consent;
  const wording = [consent.title[language], ...consent.body[language]].join('\n');
  const visitorId = randomUUID() as VisitorId;
  const template = { visitorId, vector: probe.value };
  const by = actorOf(caller);
  store.visitors.add({ id: visitorId, name: input.name, registeredAt: now });
  store.visitors.addTemplate(template, faceSet.id, now);
  const wordingHash = createHash('sha256').update(wording).digest();
  store.visitors.addConsent(visitorId, { version: consent.version, language, wordingHash }, by, now);
  store.visitors.countRecognition('enrolled', by, now);
  context.afterCommit(() => gallery.add(template));
  return ok({
    visitorRef: sealVisitorRef(vault, visitorId, now),
    maskedName: maskedNameOf(input.name),
  });
}

/** "Không phải tôi": counted, so that the office sees how often a face is taken for another's. */
function deny(
  context: Context,
  input: ParsedInput<'visitor:deny'>,
  caller: Caller,
): Result<RequestOutput<'visitor:deny'>, Refused> {
  const now = context.now();
  if (openVisitorRef(context.vault, input.visitorRef, now) === null) return err(refuse('visitorRefExpired'));
  context.store.visitors.countRecognition('denied', actorOf(caller), now);
  return ok({});
}

/** Every request about the person before a kiosk. */
export const visitorUseCases: UseCases<keyof typeof visitorRequests> = {
  'visitor:identify': identify,
  'visitor:answer': notBuilt,
  'visitor:enrol': enrol,
  'visitor:deny': deny,
  'visitor:unproven': notBuilt,
};
