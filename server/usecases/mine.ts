import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { privacyRequests } from '../../shared/contract/requests/privacy.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import { deadlinesOf } from '../../shared/domain/dataRequest.ts';
import { contradicts } from '../../shared/domain/name.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { answerConsent } from './consent.ts';
import { correctFacts, isBornOn } from './correctFacts.ts';
import { keptDataOf } from './keptData.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { Visitor } from './records.ts';
import type { UseCases } from './table.ts';
import { blockedMs, openFaceRef, openMineRef, sealMineRef } from './visitorRef.ts';
import { eraseAsAsked, withdrawFace } from './forgetting.ts';

type MineRef = { readonly mineRef: string };

/** Who has proven to be the visitor, or that this was too long ago. */
function provenVisitor(
  { store, vault, now }: TransactionContext,
  { mineRef }: MineRef,
): Result<Visitor, Refused> {
  const id = openMineRef(vault, mineRef, now());
  const visitor = id && store.visitors.find(id);
  return visitor ? ok(visitor) : err(refuse('visitorRefExpired'));
}

/**
 * A face and the birth date open what is kept. After a wrong date nobody is asked about this visitor for a while, as
 * after a wrong answer to `visitor:answer`, so that dates cannot be tried one after another.
 */
function prove(
  context: TransactionContext,
  { visitorRef, birthDate }: ParsedInput<'mine:prove'>,
  caller: Caller,
): Result<RequestOutput<'mine:prove'>, Refused> {
  const { store, vault, faceMemory } = context;
  const now = context.now();
  const id = openFaceRef(vault, visitorRef, now);
  const visitor = id && store.visitors.find(id);
  if (!visitor) return err(refuse('visitorRefExpired'));
  if (!faceMemory.mayAskAbout(visitor.id, now)) return err(refuse('questionExpired'));
  if (isBornOn(visitor, birthDate))
    return ok({ kind: 'proven', mineRef: sealMineRef(vault, visitor.id, now) });
  store.visitors.countRecognition('wrongAnswer', actorOf(caller), now);
  context.afterCommit(() => faceMemory.blockQuestions(visitor.id, now + blockedMs, now));
  return ok({ kind: 'wrong' });
}

function show(
  context: TransactionContext,
  input: ParsedInput<'mine:show'>,
): Result<RequestOutput<'mine:show'>, Refused> {
  const visitor = provenVisitor(context, input);
  return visitor.ok ? ok(keptDataOf(context, visitor.value)) : visitor;
}

/** What the visitor has said, the visitor may say better; what a card said, staff look at. */
function correct(
  context: TransactionContext,
  input: ParsedInput<'mine:correct'>,
): Result<RequestOutput<'mine:correct'>, Refused> {
  const { store } = context;
  const found = provenVisitor(context, input);
  if (!found.ok) return found;
  const visitor = found.value;
  const { name, birthDate } = input;
  const speaksAgainst = contradicts(visitor.name, name) || !isBornOn(visitor, birthDate);
  if (visitor.factsFrom === 'said' || !speaksAgainst) {
    const refused = correctFacts(context, visitor, { name, birthDate });
    return refused === null ? ok({ kind: 'corrected' }) : err(refused);
  }
  const receivedOn = businessDayOf(context.now(), store.office.office().timeZone);
  const correction = { name, birthDate };
  store.dataRequests.add(
    { kind: 'correct', channel: 'kiosk', visitorId: visitor.id, receivedOn, correction, note: null },
    context.now(),
  );
  return ok({ kind: 'asked', dueOn: deadlinesOf('correct', receivedOn, store.office.hours()).dueOn });
}

function withdraw(
  context: TransactionContext,
  input: ParsedInput<'mine:withdraw'>,
  caller: Caller,
): Result<RequestOutput<'mine:withdraw'>, Refused> {
  const visitor = provenVisitor(context, input);
  if (!visitor.ok) return visitor;
  withdrawFace(context, visitor.value.id, caller);
  return ok({});
}

function erase(
  context: TransactionContext,
  input: ParsedInput<'mine:erase'>,
  caller: Caller,
): Result<RequestOutput<'mine:erase'>, Refused> {
  const visitor = provenVisitor(context, input);
  if (!visitor.ok) return visitor;
  eraseAsAsked(context, visitor.value.id, caller);
  return ok({});
}

/** Everything a visitor does at a kiosk about the data kept of them. */
export const mineUseCases = {
  'mine:prove': prove,
  'mine:show': show,
  'mine:correct': correct,
  'mine:withdraw': withdraw,
  'mine:erase': erase,
  'visitor:answerConsent': answerConsent,
} satisfies Partial<UseCases<keyof typeof privacyRequests>>;
