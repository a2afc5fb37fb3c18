import type { ReactNode } from 'react';
import { useEffect } from 'react';
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

const lastTaken = 'luot.counter';

/** Where the officer at this machine sat last, else the first free one: mostly one Enter is enough. */
function focusLikely(counters: readonly Counter[]): void {
  const free = counters.filter(({ officerName }) => officerName === null);
  const last = free.find(({ id }) => String(id) === window.localStorage.getItem(lastTaken));
  const likely = last ?? free[0];
  if (likely !== undefined && document.activeElement === document.body)
    document.querySelector<HTMLElement>(`[data-counter="${likely.id}"]`)?.focus();
}

/** All counters, with who sits where and what each serves. */
export function ChooseCounter({ view, language, disabled, onTake }: Props): ReactNode {
  const words = officerWords[language];
  const { counters } = view;
  useEffect(() => {
    focusLikely(counters);
    // Only when it appears: later views must not move the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const take = (id: number): void => {
    window.localStorage.setItem(lastTaken, String(id));
    onTake(id);
  };
  const namesOf = ({ fieldIds }: Counter): string =>
    fieldIds.flatMap((id) => view.fields.find((field) => field.id === id)?.name[language] ?? []).join(', ');
  return (
    <main className="officer-choose">
      <h1>{words.chooseCounter}</h1>
      <p>{fill(words.chooseCounterMore, { name: view.me.name })}</p>
      <div className="officer-counters">
        {counters.map((counter) => (
          <button
            key={counter.id}
            type="button"
            // Not `disabled`, which would take the focus away with every press.
            aria-disabled={disabled || counter.officerName !== null || undefined}
            data-taken={counter.officerName !== null}
            data-counter={counter.id}
            onClick={() => {
              if (!disabled && counter.officerName === null) take(counter.id);
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
