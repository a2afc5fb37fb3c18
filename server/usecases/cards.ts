import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { greet } from './facesGreet.ts';
import { ownerOf } from './ownFacts.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Visitor } from './records.ts';
import { blockedMs, openQuestionRef, questionMs } from './visitorRef.ts';

type Input = ParsedInput<'visitor:showCard'>;

/**
 * What a card says to the question who of some visitors stands there: who was born in its year, if that is one of
 * them and their own card is not another one. It ends the question, as any answer does.
 */
function answeredBy(
  context: TransactionContext,
  questionRef: string,
  { birthDate }: Input['card'],
  caller: Caller,
): Visitor | null {
  const { store, vault, faceMemory } = context;
  const now = context.now();
  const asked = openQuestionRef(vault, questionRef, now) ?? [];
  const isOpen = asked.every((id) => faceMemory.mayAskAbout(id, now)) && !faceMemory.isUsed(questionRef, now);
  if (asked.length === 0 || !isOpen) return null;
  const born = asked
    .flatMap((id) => store.visitors.find(id) ?? [])
    .filter((one) => one.idHash === null && one.birthYear === Number(birthDate.slice(0, 4)));
  const [visitor = null] = born.length === 1 ? born : [];
  store.visitors.countRecognition(visitor === null ? 'wrongAnswer' : 'answered', actorOf(caller), now);
  context.afterCommit(() => {
    faceMemory.useQuestion(questionRef, now + questionMs, now);
    faceMemory.forgetProbe(questionRef);
    if (visitor === null) for (const id of asked) faceMemory.blockQuestions(id, now + blockedMs, now);
  });
  return visitor;
}

/**
 * Somebody shows a citizen card: who registered it is known by it, whatever the camera thought. Refused to a kiosk that
 * asks so often that it might be trying numbers out.
 */
export function showCard(
  context: TransactionContext,
  { card, questionRef }: Input,
  caller: Caller,
): Result<RequestOutput<'visitor:showCard'>, Refused> {
  const waitMs = context.looks(caller, context.now());
  if (waitMs > 0) return err(refuse('tooManyRequests', { seconds: Math.ceil(waitMs / 1000) }));
  const owner = ownerOf(context, card);
  const visitor = owner ?? (questionRef === null ? null : answeredBy(context, questionRef, card, caller));
  if (visitor === null) return ok({ kind: 'unknown' });
  // Who was asked about has shown the face as well.
  return ok(greet(context, visitor, owner === null ? 'face' : 'card'));
}
