import { createHash } from 'node:crypto';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';

type Given = ParsedInput<'visitor:enrol'>['consent'];

/** Why a consent does not count: it is to another wording than the office's. Null if it does. */
export const consentRefusal = ({ store }: Context, { version }: Given): Refused | null =>
  version === store.office.consentText().version ? null : refuse('consentOutdated');

/** Keeps that a visitor has agreed to the office's wording. */
export function keepConsent(context: Context, id: VisitorId, { language }: Given, caller: Caller): void {
  const { store, now } = context;
  const { version, title, body } = store.office.consentText();
  const wording = [title[language], ...body[language]].join('\n');
  const wordingHash = createHash('sha256').update(wording).digest();
  store.visitors.addConsent(id, { version, language, wordingHash }, actorOf(caller), now());
}
