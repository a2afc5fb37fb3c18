import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { duplicateWords } from '../../../../shared/i18n/screens/duplicates.ts';
import { sayDate, writeDay } from '../../../../shared/i18n/time.ts';

type Registration = View<'manage'>['duplicates'][number]['kept'];
type Row = { readonly label: string; readonly values: readonly [string, string] };

/** What tells two registrations apart, in words: a row for each fact. */
export function factsOf(
  kept: Registration,
  gone: Registration,
  language: Language,
  timeZone: string,
): readonly Row[] {
  const words = duplicateWords[language];
  const birth = ({ birthDate, birthYear }: Registration): string => {
    if (birthDate !== null) return writeDay(birthDate);
    return birthYear === null ? words.noName : fill(words.birthYear, { year: birthYear });
  };
  const rows: readonly (readonly [string, (one: Registration) => string])[] = [
    [words.name, ({ maskedName }) => maskedName ?? words.noName],
    [words.birth, birth],
    [words.last4, ({ idLast4 }) => idLast4 ?? words.noCard],
    [words.source, ({ factsFrom }) => words[`source_${factsFrom}`]],
    [words.registered, ({ registeredAt }) => sayDate(registeredAt, timeZone)],
    [words.visits, ({ visits }) => String(visits)],
    [words.templates, ({ templates }) => String(templates)],
  ];
  return rows.map(([label, say]) => ({ label, values: [say(kept), say(gone)] }));
}
