import type { CSSProperties, ReactNode } from 'react';
import { displayWords } from '../../../../shared/i18n/screens/displays.ts';
import { sayWait } from '../../../../shared/i18n/wait.ts';
import { deepen } from '../../../../shared/ui/colour.ts';
import type { Page, WallField } from '../model.ts';

const { vi } = displayWords;

/** How many wait for each field, and how long a new one would. */
export function Fields({ page }: { readonly page: Page<WallField> }): ReactNode {
  return (
    <section className="wall-fields" aria-label={vi.waitingByField}>
      <ul>
        {page.rows.map((field) => (
          <li key={field.id} style={{ '--field': deepen(field.colour) } as CSSProperties}>
            <i aria-hidden="true">{field.prefix}</i>
            <div>
              <h3>{field.name.vi}</h3>
              <p>
                {field.waiting === 0 && field.wait !== null ? vi.nobodyWaiting : sayWait(field.wait, 'vi')}
              </p>
            </div>
            <b className="tabular">
              {field.waiting}
              <small>{vi.people}</small>
            </b>
          </li>
        ))}
      </ul>
    </section>
  );
}
