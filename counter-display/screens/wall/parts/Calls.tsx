import type { CSSProperties, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { displayWords } from '../../../../shared/i18n/screens/displays.ts';
import type { Page, ShownCall } from '../model.ts';

const { vi, en } = displayWords;

/** Every call still open, by pages. */
export function Calls({ page }: { readonly page: Page<ShownCall> }): ReactNode {
  return (
    <section className="wall-calls">
      <h2>
        {vi.open} <small lang="en">{en.open}</small>
        {page.of > 1 && (
          <span className="wall-page tabular">{fill(vi.page, { n: page.number, all: page.of })}</span>
        )}
        <span className="wall-calls-counter">{vi.counter}</span>
      </h2>
      {page.rows.length === 0 && <p className="wall-none">{vi.noRecent}</p>}
      <ol>
        {page.rows.map((call) => (
          <li key={call.number} style={{ '--field': call.colour } as CSSProperties} data-state={call.state}>
            <b className="tabular">{call.number}</b>
            <span>{call.state === 'called' ? vi.called : vi.serving}</span>
            <b className="wall-calls-desk tabular">{call.counterNumber}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
