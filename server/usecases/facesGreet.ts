import type { RequestOutput } from '../../shared/contract/requests.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import { maskName } from '../../shared/domain/name.ts';
import { birthYearsOffered, latestOfAge } from '../../shared/domain/secondFact.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import { appointmentOf } from './appointmentOf.ts';
import { dossiersToGreet } from './dossierFacts.ts';
import { contendersAsked } from './facesMatch.ts';
import type { Context } from './ports.ts';
import type { Visitor } from './records.ts';
import { sealQuestionRef, sealVisitorRef } from './visitorRef.ts';

type Recognised = Extract<RequestOutput<'visitor:identify'>, { kind: 'recognised' }>;
type Question = Extract<RequestOutput<'visitor:identify'>, { kind: 'unsure' }>['question'];

/** A name as a kiosk shows it; null if the visitor left none. */
export const maskedNameOf = (name: string | null): string | null => (name === null ? null : maskName(name));

/** What a kiosk is told of somebody who was recognised. */
export function greet(context: Context, visitor: Visitor): Recognised {
  const { store, vault } = context;
  const now = context.now();
  return {
    kind: 'recognised',
    visitorRef: sealVisitorRef(vault, visitor.id, now),
    maskedName: maskedNameOf(visitor.name),
    usualFields: [...store.tickets.usualFields(visitor.id, 3)],
    appointment: appointmentOf(context, visitor.id, now),
    ...dossiersToGreet(context, visitor.id),
  };
}

/** The year it is at the office. */
export const yearOf = ({ store }: Pick<Context, 'store'>, time: Millis): number =>
  Number(businessDayOf(time, store.office.office().timeZone).slice(0, 4));

/**
 * The question whose answer tells who stands before the kiosk, or null if there is none: when somebody's birth year is
 * not known, when two share it, when more than two are about as much alike, and after a wrong answer.
 */
export function questionAbout(context: Context, contenders: readonly Visitor[]): Question {
  const now = context.now();
  if (contenders.length > contendersAsked) return null;
  const asked = contenders.flatMap(({ id, birthYear, registeredAt }) =>
    birthYear !== null && context.faceMemory.mayAskAbout(id, now)
      ? {
          birthYear,
          latest: latestOfAge(yearOf(context, registeredAt)),
          digest: context.vault.digest('birthYears', id),
        }
      : [],
  );
  const years = new Set(asked.map(({ birthYear }) => birthYear));
  if (years.size === 0 || years.size < contenders.length) return null;
  const questionRef = sealQuestionRef(
    context.vault,
    contenders.map(({ id }) => id),
    now,
  );
  return { questionRef, birthYears: birthYearsOffered(asked) };
}
