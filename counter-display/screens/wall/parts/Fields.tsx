import type { CSSProperties, ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { displayWords } from '../../../../shared/i18n/screens.ts';
import { sayWait } from '../../../../shared/i18n/wait.ts';
import { deepen } from '../../../../shared/ui/colour.ts';
import type { Page, WallField } from '../model.ts';

const { vi } = displayWords;

const sayLine = ({ waiting, wait }: WallField): ReactNode => (
  <>
    <b>{waiting === 0 ? vi.nobodyWaiting : fill(vi.waiting, { n: waiting })}</b>
    {waiting > 0 || wait === null ? <span>{sayWait(wait, 'vi')}</span> : null}
  </>
);

/** How many wait for each field, and how long a new one would. */
export function Fields({ page }: { readonly page: Page<WallField> }): ReactNode {
  return (
    <section className="wall-fields" aria-label={vi.waitingByField}>
      <ul>
        {page.rows.map((field) => (
          <li key={field.id} style={{ '--field': deepen(field.colour) } as CSSProperties}>
            <i aria-hidden="true">{field.prefix}</i>
            <h3>{field.name.vi}</h3>
            <p>{sayLine(field)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
