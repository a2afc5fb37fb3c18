import type { DossierNamed } from '../../../../shared/contract/views/dossier.ts';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { dossierWords } from '../../../../shared/i18n/screens/dossiers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';

type Due = Pick<DossierNamed, 'dueAt' | 'state'>;

/** Whether the office is late with it. */
export const isLate = ({ dueAt, state }: Due, now: number): boolean =>
  state === 'received' && dueAt !== null && dueAt < now;

/** When a dossier is due, and how late it is, in words. */
export function sayDue(dossier: Due, now: number, timeZone: string, language: Language): string {
  const words = dossierWords[language];
  const { dueAt } = dossier;
  if (dueAt === null) return words.noDue;
  const when = `${sayTime(dueAt, timeZone)} ${sayDate(dueAt, timeZone)}`;
  const days =
    (Date.parse(businessDayOf(now, timeZone)) - Date.parse(businessDayOf(dueAt, timeZone))) / 86_400_000;
  if (isLate(dossier, now)) {
    const late = days === 0 ? words.lateToday : fill(words.late, { n: days });
    return `${late} · ${fill(words.due, { when })}`;
  }
  return days === 0 && dossier.state === 'received'
    ? `${words.dueToday} · ${when}`
    : fill(words.due, { when });
}
