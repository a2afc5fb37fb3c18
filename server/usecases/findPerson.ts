import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { fold } from '../../shared/domain/fold.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Context } from './ports.ts';
import { sealPersonRef } from './visitorRef.ts';

/** More than fit on a screen are too many to tell apart; the search is to be narrowed. */
const most = 20;

/**
 * Looks for somebody by any part of the name, without regard to diacritics. Names are sealed, so everybody's is opened:
 * at an office's size that takes a fraction of a second, and it is done seldom.
 */
export function findPerson(
  { store, vault, now }: Context,
  { name, birthYear }: ParsedInput<'person:find'>,
): Result<RequestOutput<'person:find'>, Refused> {
  const wanted = fold(name);
  const found = store.kept
    .visitors()
    .flatMap((id) => store.visitors.find(id) ?? [])
    .filter((one) => one.name !== null && fold(one.name).includes(wanted))
    .filter((one) => birthYear === null || one.birthYear === birthYear);
  const people = found.slice(0, most).map((one) => ({
    personRef: sealPersonRef(vault, one.id, now()),
    name: one.name,
    birthYear: one.birthYear,
    registeredAt: one.registeredAt,
  }));
  return ok({ people, more: found.length - people.length });
}
