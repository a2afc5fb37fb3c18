import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { visitorRequests } from '../../shared/contract/requests/visitor.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { showCard } from './cards.ts';
import { eraseVisitor } from './erase.ts';
import { enrol, register } from './facesEnrol.ts';
import { greet, questionAbout } from './facesGreet.ts';
import type { Match } from './facesMatch.ts';
import { areFacesLoaded, matchIn, probeOf } from './facesMatch.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { UseCases } from './table.ts';
import { blockedMs, openQuestionRef, openVisitorRef, questionMs, visitorRefMs } from './visitorRef.ts';

/**
 * Looks for those who are known only by the set used before, with that set's own gallery and thresholds. A set that is
 * not in use any more finds nobody: the kiosk may not have heard of it yet.
 */
function matchInPrevious(
  context: TransactionContext,
  previous: ParsedInput<'visitor:identify'>['previous'],
): Result<Match, Refused> {
  const faces = context.previousFaces;
  if (previous === null || faces === null || previous.modelId !== faces.faceSet.id)
    return ok({ kind: 'unknown' });
  const probe = probeOf(faces, previous);
  return probe.ok ? ok(matchIn(context, faces, probe.value)) : probe;
}

/** Who stands before the kiosk, as far as the galleries can tell. */
function identify(
  context: TransactionContext,
  input: ParsedInput<'visitor:identify'>,
  caller: Caller,
): Result<RequestOutput<'visitor:identify'>, Refused> {
  const { store, faceMemory } = context;
  const now = context.now();
  if (!areFacesLoaded(context)) return err(refuse('facesNotLoaded'));
  if (context.looks(caller, now) > 0) {
    // The same as of somebody who is like several: the kiosk goes on without a name and offers no registration.
    store.visitors.countRecognition('limited', actorOf(caller), now);
    return ok({ kind: 'unsure', question: null });
  }
  const probe = probeOf(context, input);
  if (!probe.ok) return probe;
  const current = matchIn(context, context, probe.value);
  const earlier: Result<Match, Refused> =
    current.kind === 'accepted' ? ok({ kind: 'unknown' }) : matchInPrevious(context, input.previous);
  if (!earlier.ok) return earlier;

  const matches = [current, earlier.value];
  const accepted = matches.find((match) => match.kind === 'accepted');
  const unsure = matches.filter((match) => match.kind === 'unsure');
  const kind = accepted === undefined ? (unsure.length > 0 ? 'unsure' : 'unknown') : 'recognised';
  store.visitors.countRecognition(kind, actorOf(caller), now);
  /**
   * What the set in use makes of a face is kept until the visit is confirmed: of one that it knows for certain, and of
   * one that it does not know yet. Not where it takes the face for somebody else's, since then one of the two sets is
   * wrong, nor where it is unsure: a birth year that was guessed must not make a stranger's face the visitor's.
   */
  const learnLater = (match: Match, ref: string, validMs: number): void => {
    const isNew = match === earlier.value && current.kind === 'unknown';
    const seen = { vector: probe.value, quality: input.quality };
    if (isNew || current.kind === 'accepted')
      context.afterCommit(() => faceMemory.keepProbe(ref, seen, now + validMs, now));
  };
  if (accepted !== undefined) {
    const greeting = greet(context, accepted.visitor);
    learnLater(accepted, greeting.visitorRef, visitorRefMs);
    return ok(greeting);
  }
  if (unsure.length === 0) return ok({ kind: 'unknown' });
  for (const match of unsure) {
    const question = questionAbout(context, match.contenders);
    if (question === null) continue;
    learnLater(match, question.questionRef, questionMs);
    return ok({ kind: 'unsure', question });
  }
  return ok({ kind: 'unsure', question: null });
}

/** The second fact: right, it tells who it is; wrong, nobody is asked about these visitors for a while. */
function answer(
  context: TransactionContext,
  { questionRef, birthYear }: ParsedInput<'visitor:answer'>,
  caller: Caller,
): Result<RequestOutput<'visitor:answer'>, Refused> {
  const { store, vault, faceMemory } = context;
  const now = context.now();
  const asked = openQuestionRef(vault, questionRef, now);
  const isOpen = asked?.every((id) => faceMemory.mayAskAbout(id, now)) ?? false;
  if (asked === null || !isOpen || faceMemory.isUsed(questionRef, now)) return err(refuse('questionExpired'));
  const visitor = asked.map(store.visitors.find).find((one) => one?.birthYear === birthYear);
  const probe = faceMemory.probe(questionRef, now);
  context.afterCommit(() => {
    faceMemory.useQuestion(questionRef, now + questionMs, now);
    faceMemory.forgetProbe(questionRef);
  });
  if (!visitor) {
    store.visitors.countRecognition('wrongAnswer', actorOf(caller), now);
    context.afterCommit(() => {
      for (const id of asked) faceMemory.blockQuestions(id, now + blockedMs, now);
    });
    return ok({ kind: 'wrong' });
  }
  store.visitors.countRecognition('answered', actorOf(caller), now);
  const greeting = greet(context, visitor);
  if (probe !== null)
    context.afterCommit(() => faceMemory.keepProbe(greeting.visitorRef, probe, now + visitorRefMs, now));
  return ok(greeting);
}

/** "Không phải tôi": counted, so that the office sees how often a face is taken for another's. */
function deny(
  context: TransactionContext,
  { visitorRef }: ParsedInput<'visitor:deny'>,
  caller: Caller,
): Result<RequestOutput<'visitor:deny'>, Refused> {
  const now = context.now();
  if (openVisitorRef(context.vault, visitorRef, now) === null) return err(refuse('visitorRefExpired'));
  context.store.visitors.countRecognition('denied', actorOf(caller), now);
  context.afterCommit(() => context.faceMemory.forgetProbe(visitorRef));
  return ok({});
}

/** A face that the camera took for a picture, or that did not turn when asked: counted, and no more. */
function unproven(
  context: TransactionContext,
  { why }: ParsedInput<'visitor:unproven'>,
  caller: Caller,
): Result<RequestOutput<'visitor:unproven'>, Refused> {
  context.store.visitors.countRecognition(why, actorOf(caller), context.now());
  return ok({});
}

/** Every request about the person before a kiosk. */
export const visitorUseCases: UseCases<keyof typeof visitorRequests> = {
  'visitor:identify': identify,
  'visitor:answer': answer,
  'visitor:showCard': showCard,
  'visitor:enrol': enrol,
  'visitor:register': register,
  'visitor:deny': deny,
  'visitor:unproven': unproven,
  'visitor:erase': eraseVisitor,
};
