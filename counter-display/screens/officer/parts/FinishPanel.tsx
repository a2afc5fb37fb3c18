import type { ReactNode } from 'react';
import { Kbd } from '@mantine/core';
import { useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';
import { keys } from '../model/desk.ts';
import { results } from '../model/outcome.ts';
import { Dossiers } from './Dossiers.tsx';
import { Procedures } from './Procedures.tsx';

/** What came of the service. The usual result is chosen already, so that nothing has to be recorded to finish. */
export function FinishPanel({ ticket }: { readonly ticket: DeskTicket }): ReactNode {
  const { words, draft, changeDraft } = useConsole();
  return (
    <section className="finish">
      <fieldset>
        <legend>
          {words.outcome} <Kbd aria-hidden="true">{keys.result}</Kbd>
        </legend>
        <div className="results" data-place="result">
          {results.map((result) => (
            <label key={result}>
              <input
                type="radio"
                name="result"
                checked={draft.result === result}
                onChange={() => changeDraft((now) => ({ ...now, result }))}
              />
              <span>{words[`result_${result}`]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Procedures fieldId={ticket.fieldId} />
      <Dossiers />
    </section>
  );
}
