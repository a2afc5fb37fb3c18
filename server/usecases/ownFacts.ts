import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput } from '../../shared/contract/requests.ts';
import { isOfAge, latestOfAge } from '../../shared/domain/age.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import { lastDigits } from '../../shared/domain/citizenCard.ts';
import { yearOf } from './facesGreet.ts';
import { idHashOf } from './idNumber.ts';
import type { Context } from './ports.ts';
import type { Visitor } from './records.ts';

/** What somebody who registers says of themselves, by a card or without. */
export type OwnFacts = {
  readonly name: string | null;
  /** Null where only the card says it. */
  readonly birthYear: number | null;
  readonly card: ParsedInput<'visitor:enrol'>['card'];
};

/** Whose card it is; nobody's if the date is another than at the time when it was registered. */
export function ownerOf({ store, vault }: Context, { card }: Pick<OwnFacts, 'card'>): Visitor | null {
  const owner = card && store.visitors.byIdHash(idHashOf(vault, card.idNumber));
  return owner?.birthDate === card?.birthDate ? owner : null;
}

/** Nobody under 16 is registered: by the whole date where it is known, else for certain by the year. */
export function ageRefusal(context: Context, { birthYear, card }: OwnFacts): Refused | null {
  const now = context.now();
  const today = businessDayOf(now, context.store.office.office().timeZone);
  const ofAge =
    card === null
      ? birthYear !== null && birthYear <= latestOfAge(yearOf(context, now))
      : isOfAge(card.birthDate, today);
  return ofAge ? null : refuse('tooYoung');
}

/** A number that is registered with another date is a matter for staff. */
export function cardRefusal({ store, vault }: Context, { card }: OwnFacts): Refused | null {
  const owner = card && store.visitors.byIdHash(idHashOf(vault, card.idNumber));
  return owner !== null && owner.birthDate !== card?.birthDate ? refuse('cardMismatch') : null;
}

/** A visitor with what they have said now: a card says it better than they did before. */
export function withFacts(
  { vault }: Context,
  visitor: Visitor,
  { name, birthYear, card }: OwnFacts,
): Visitor {
  const said = { ...visitor, name: visitor.name ?? name };
  if (card === null)
    return said.birthDate === null ? { ...said, birthYear: birthYear ?? said.birthYear } : said;
  const { idNumber, birthDate, saysName } = card;
  return {
    ...visitor,
    name: name ?? visitor.name,
    birthYear: Number(birthDate.slice(0, 4)),
    birthDate,
    idHash: idHashOf(vault, idNumber),
    idLast4: lastDigits(idNumber),
    factsFrom: saysName ? 'card' : 'said',
  };
}
