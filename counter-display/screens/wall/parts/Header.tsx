import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { sayDate, sayTime, sayWeekday } from '../../../../shared/i18n/time.ts';

type Props = { readonly office: View<'wall'>['office']; readonly now: number };

/** Whose hall this is, and the time there. */
export function Header({ office, now }: Props): ReactNode {
  return (
    <header className="wall-header">
      <div>
        <h1>{office.name.vi}</h1>
        <p lang="en">{office.name.en}</p>
      </div>
      <div className="wall-clock tabular">
        <p>
          {sayWeekday(now, office.timeZone, 'vi')}
          <br />
          {sayDate(now, office.timeZone)}
        </p>
        <time>{sayTime(now, office.timeZone)}</time>
      </div>
    </header>
  );
}
