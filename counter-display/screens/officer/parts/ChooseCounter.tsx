import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';

type Counter = View<'officer'>['counters'][number];
type Props = {
  readonly view: View<'officer'>;
  readonly language: Language;
  readonly disabled: boolean;
  readonly onTake: (counterId: number) => void;
};

/** All counters, with who sits where and what each serves. */
export function ChooseCounter({ view, language, disabled, onTake }: Props): ReactNode {
  const words = officerWords[language];
  const namesOf = ({ fieldIds }: Counter): string =>
    fieldIds.flatMap((id) => view.fields.find((field) => field.id === id)?.name[language] ?? []).join(', ');
  return (
    <main className="officer-choose">
      <h1>{words.chooseCounter}</h1>
      <p>{fill(words.chooseCounterMore, { name: view.me.name })}</p>
      <div className="officer-counters">
        {view.counters.map((counter) => (
          <button
            key={counter.id}
            type="button"
            // Not `disabled`, which would take the focus away with every press.
            aria-disabled={disabled || counter.officerName !== null || undefined}
            data-taken={counter.officerName !== null}
            onClick={() => {
              if (!disabled && counter.officerName === null) onTake(counter.id);
            }}
          >
            <b>{fill(words.counterN, { n: counter.number })}</b>
            <span>{namesOf(counter)}</span>
            <em data-taken={counter.officerName !== null}>
              {counter.officerName === null
                ? words.freeCounter
                : fill(words.takenBy, { name: counter.officerName })}
            </em>
          </button>
        ))}
      </div>
    </main>
  );
}
