import type { CSSProperties, ReactNode } from 'react';
import { displayWords } from '../../../shared/i18n/screens/displays.ts';
import type { CounterModel } from './model.ts';

const { vi, en } = displayWords;
type Props = {
  readonly model: CounterModel;
  /** Of the call being announced now; null when none is. */
  readonly announcementId: number | null;
};

/** The one thing a counter display has to say now. */
export function Stage({ model, announcementId }: Props): ReactNode {
  switch (model.kind) {
    case 'called':
    case 'serving':
      return <NumberHere model={model} announcementId={announcementId} />;
    case 'ready':
      return (
        <main className="desk-stage desk-rest">
          <h1>{vi.welcome}</h1>
          <p>{vi.welcomeMore}</p>
          <p lang="en">
            {en.welcome}. {en.welcomeMore}.
          </p>
          <ul aria-label={vi.serves}>
            {model.fields.map((field) => (
              <li key={field.id} style={{ '--field': field.colour } as CSSProperties}>
                {field.name.vi}
                <small lang="en">{field.name.en}</small>
              </li>
            ))}
          </ul>
        </main>
      );
    case 'closed':
      return (
        <main className="desk-stage desk-rest">
          <h1>{vi.closed}</h1>
          <p>{vi.closedMore}</p>
          <p lang="en">
            {en.closed}. {en.closedMore}.
          </p>
        </main>
      );
  }
}

type NumberProps = {
  readonly model: Extract<CounterModel, { kind: 'called' | 'serving' }>;
  readonly announcementId: number | null;
};

function NumberHere({ model, announcementId }: NumberProps): ReactNode {
  const isCalled = model.kind === 'called';
  return (
    <main
      // A new element for each announcement, so that the flash begins anew also when the number is called again.
      key={announcementId ?? 'quiet'}
      className="desk-stage desk-number-here"
      style={{ '--field': model.colour, '--field-light': model.lightColour } as CSSProperties}
      data-announcing={isCalled && announcementId !== null ? announcementId : undefined}
      aria-live="polite"
    >
      <p className="desk-say">
        {isCalled ? vi.pleaseCome : vi.servingHere}
        <small lang="en">{isCalled ? en.pleaseCome : en.servingHere}</small>
      </p>
      <p className="desk-number tabular">{model.number}</p>
      {model.field !== null && (
        <p className="desk-field">
          {model.field.vi}
          <small lang="en">{model.field.en}</small>
        </p>
      )}
    </main>
  );
}
