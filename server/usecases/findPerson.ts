import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { fold } from '../../shared/domain/fold.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { idHashOf } from './idNumber.ts';
import type { Context } from './ports.ts';
import type { Visitor } from './records.ts';
import { sealPersonRef } from './visitorRef.ts';

/** More than fit on a screen are too many to tell apart; the search is to be narrowed. */
const most = 20;

type By = ParsedInput<'person:find'>['by'];

/** Whether this is who is looked for. */
function fits(by: Exclude<By, { kind: 'card' }>, visitor: Visitor): boolean {
  if (by.kind === 'last4') return visitor.idLast4 === by.idLast4 && visitor.birthDate === by.birthDate;
  const isNamed = visitor.name !== null && fold(visitor.name).includes(fold(by.name));
  return isNamed && (by.birthYear === null || visitor.birthYear === by.birthYear);
}

/** Facts are sealed, so everybody's are opened: of ten thousand in a fraction of a second, and it is done seldom. */
function peopleBy({ store, vault }: Context, by: By): readonly Visitor[] {
  if (by.kind !== 'card')
    return store.kept
      .visitors()
      .flatMap((id) => store.visitors.find(id) ?? [])
      .filter((visitor) => fits(by, visitor));
  const visitor = store.visitors.byIdHash(idHashOf(vault, by.idNumber));
  return visitor === null ? [] : [visitor];
}

/** Looks for somebody by any part of the name without regard to diacritics, or by the citizen card. */
export function findPerson(
  context: Context,
  { by }: ParsedInput<'person:find'>,
): Result<RequestOutput<'person:find'>, Refused> {
  const found = peopleBy(context, by);
  const people = found.slice(0, most).map(({ id, name, birthYear, idLast4, registeredAt }) => ({
    personRef: sealPersonRef(context.vault, id, context.now()),
    name,
    birthYear,
    idLast4,
    registeredAt,
  }));
  return ok({ people, more: found.length - people.length });
}
