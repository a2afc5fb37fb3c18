import type { CSSProperties, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { displayWords } from '../../../../shared/i18n/screens/displays.ts';
import type { ShownRecent } from '../model.ts';

const { vi, en } = displayWords;

/** The last calls that are over, for those who looked away. */
export function Recent({ calls }: { readonly calls: readonly ShownRecent[] }): ReactNode {
  return (
    <section className="wall-recent">
      <h2>
        {vi.recent} <small lang="en">{en.recent}</small>
      </h2>
      {calls.length === 0 ? (
        <p>{vi.noRecent}</p>
      ) : (
        <ol>
          {calls.map((call) => (
            <li key={call.number} style={{ '--field': call.colour } as CSSProperties}>
              <b className="tabular">{call.number}</b>
              <span>{fill(vi.counterN, { n: call.counterNumber })}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
