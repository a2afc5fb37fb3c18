import type { CSSProperties, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { deepen } from '../../../../shared/ui/colour.ts';
import { fieldName, useConsole } from '../console.ts';
import { wholeMinutes } from '../model/desk.ts';
import { firstInLine } from '../model/lists.ts';
import { sayOpening } from './opening.ts';

/** Nobody is at the desk: who is likely to come next, and where in the office help is needed. */
export function Free(): ReactNode {
  const console = useConsole();
  const { view, words, link } = console;
  const now = useServerTime(link);
  const next = firstInLine(view, now);
  return (
    <section className="at-desk at-desk-free">
      <div>
        <h1>{words.free}</h1>
        <p>{next === null ? words.nobodyNext : words.freeMore}</p>
        {next !== null && (
          <p className="free-next">
            {words.nextInLine}: <b className="tabular">{next.number}</b> {fieldName(console, next.fieldId)} ·{' '}
            {fill(words.waited, { n: wholeMinutes(next.issuedAt, now) })}
          </p>
        )}
        <p>{sayOpening(console)}</p>
      </div>
      <FieldsWaiting />
    </section>
  );
}

function FieldsWaiting(): ReactNode {
  const { view, words, language } = useConsole();
  return (
    <div className="fields-waiting">
      <h2>{words.allFields}</h2>
      <ul>
        {view.fields.map((field) => (
          <li key={field.id} style={{ '--field': deepen(field.colour) } as CSSProperties}>
            <i aria-hidden="true">{field.prefix}</i>
            <span>{field.name[language]}</span>
            <b className="tabular">{field.waiting}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
