import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import { fieldName, useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';

type Visitor = NonNullable<DeskTicket['visitor']>;

/** The last visits of somebody recognised. */
export function Past({ visitor: { past, visits, registeredAt } }: { readonly visitor: Visitor }): ReactNode {
  const console = useConsole();
  const { view, words, language } = console;
  return (
    <section className="past">
      <h2>{words.past}</h2>
      <p>
        {fill(words.visits, { n: visits })} ·{' '}
        {fill(words.registered, { date: sayDate(registeredAt, view.office.timeZone) })}
      </p>
      <ul>
        {past.map(({ day, number, fieldId, result, procedures }) => (
          <li key={`${day} ${number} ${fieldId}`}>
            <small className="tabular">
              {writeDay(day)} · {number} · {result === null ? words.noService : words[`result_${result}`]}
            </small>
            {procedures.length === 0
              ? fieldName(console, fieldId)
              : procedures.map((name) => name[language]).join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
