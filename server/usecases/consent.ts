import { createHash } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Language } from '../../shared/contract/schemas.ts';
import type { Caller, Context, TransactionContext } from './ports.ts';
import { actorOf } from './ports.ts';
import type { ConsentStore } from './privacyStore.ts';
import type { ConsentText } from './records.ts';
import { openVisitorRef } from './visitorRef.ts';
import { withdrawFace } from './forgetting.ts';

type Given = ParsedInput<'visitor:enrol'>['consent'];

/** Why a consent does not count: it is to another wording than the office's. Null if it does. */
export const consentRefusal = ({ store }: Context, { version }: Given): Refused | null =>
  version === store.office.consentText().version ? null : refuse('consentOutdated');

/** A consent to a wording as it is kept: with a digest of what was read. */
export function consentTo(
  { version, title, body }: ConsentText,
  language: Language,
): Parameters<ConsentStore['add']>[1] {
  const wording = [title[language], ...body[language]].join('\n');
  return { version, language, wordingHash: createHash('sha256').update(wording).digest() };
}

/** Keeps that a visitor agreed to the present wording, which the caller has made sure it was. */
export function keepConsent(
  { store, now }: Context,
  visitorId: VisitorId,
  { language }: Given,
  caller: Caller,
): void {
  store.consents.add(visitorId, consentTo(store.office.consentText(), language), actorOf(caller), now());
}

/** Whether a visitor's consent stands, but to another wording than the present one. */
export function asksConsent({ store }: Pick<Context, 'store'>, visitorId: VisitorId): boolean {
  const [newest] = store.consents.of(visitorId);
  const stands = newest !== undefined && newest.withdrawnAt === null;
  return stands && newest.version !== store.office.consentText().version;
}

/**
 * What a visitor whose consent is to an older wording says to the present one. Refusing asks for no second fact, since
 * it has to be as easy as agreeing; and it loses nothing but the face.
 */
export function answerConsent(
  context: TransactionContext,
  { visitorRef, agrees, consent }: ParsedInput<'visitor:answerConsent'>,
  caller: Caller,
): Result<RequestOutput<'visitor:answerConsent'>, Refused> {
  const { store, vault } = context;
  const visitorId = openVisitorRef(vault, visitorRef, context.now());
  if (visitorId === null || store.visitors.find(visitorId) === null) return err(refuse('visitorRefExpired'));
  const refusal = consentRefusal(context, consent);
  if (refusal !== null) return err(refusal);
  if (agrees) keepConsent(context, visitorId, consent, caller);
  else withdrawFace(context, visitorId, caller);
  return ok({});
}
