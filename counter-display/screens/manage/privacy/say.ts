import type { View } from '../../../../shared/contract/views.ts';
import type { BreachView, DataRequestView } from '../../../../shared/contract/views/privacy.ts';
import { standingOf } from '../../../../shared/domain/dataRequest.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import type { PrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { sayDate, sayTime, writeDay } from '../../../../shared/i18n/time.ts';

export type Said = { readonly text: string; readonly isLate: boolean };

/** `14:05 22/11/2026` */
export const sayMoment = (at: number, timeZone: string): string =>
  `${sayTime(at, timeZone)} ${sayDate(at, timeZone)}`;

/** What has to be done next about a request, and by when. */
export function sayStanding(
  request: DataRequestView,
  now: number,
  timeZone: string,
  words: PrivacyWords,
): Said {
  const standing = standingOf(request, now, timeZone);
  if (standing.kind === 'closed') {
    const facts = { date: sayDate(request.closedAt ?? 0, timeZone), reason: request.refusal ?? '' };
    return { text: fill(words[`closed_${request.outcome ?? 'done'}`], facts), isLate: false };
  }
  const { kind, daysLeft } = standing;
  const [late, today, by, day] =
    kind === 'acknowledge'
      ? [words.acknowledgeLate, words.acknowledgeToday, words.acknowledgeBy, request.acknowledgeBy]
      : [words.dueLate, words.dueToday, words.dueBy, request.dueOn];
  if (daysLeft < 0) return { text: fill(late, { n: -daysLeft }), isLate: true };
  return { text: daysLeft === 0 ? today : fill(by, { date: writeDay(day) }), isLate: false };
}

/** Who asks, as far as staff are shown it before they open the sheet. */
export function sayPerson({ person }: DataRequestView, words: PrivacyWords): string {
  if (person === null) return words.nobody;
  const { maskedName, birthYear, idLast4, factsFrom } = person;
  const facts = {
    name: maskedName ?? words.nameless,
    born: birthYear ?? words.unknownBirth,
    last4: idLast4 ?? '',
  };
  const who = fill(idLast4 === null ? words.person : words.personCard, facts);
  return factsFrom === 'card' ? `${who} (${words.fromCard})` : who;
}

const hourMs = 3_600_000;

/** How a breach stands with the 72 hours in which it is to be reported. */
export function sayBreach(
  { reportedAt, closedAt, reportBy }: BreachView,
  now: number,
  timeZone: string,
  words: PrivacyWords,
): Said {
  if (closedAt !== null)
    return { text: fill(words.breachClosed, { time: sayMoment(closedAt, timeZone) }), isLate: false };
  if (reportedAt !== null)
    return { text: fill(words.breachReported, { time: sayMoment(reportedAt, timeZone) }), isLate: false };
  const isLate = now > reportBy;
  const hours = isLate ? Math.ceil((now - reportBy) / hourMs) : Math.floor((reportBy - now) / hourMs);
  const facts = { hours, time: sayMoment(reportBy, timeZone) };
  return { text: fill(isLate ? words.breachLate : words.breachLeft, facts), isLate };
}

/** How many requests are open, and how many of them are late. */
export function countRequests(
  { privacy, office }: View<'manage'>,
  now: number,
): { readonly open: number; readonly late: number } {
  const standings = privacy.requests.map((request) => standingOf(request, now, office.timeZone));
  const open = standings.filter((standing) => standing.kind !== 'closed');
  return { open: open.length, late: open.filter(({ daysLeft }) => daysLeft < 0).length };
}
