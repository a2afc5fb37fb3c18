import type { ReactNode } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { sayTime } from '../../../shared/i18n/time.ts';

type Props = { readonly since: number | null; readonly timeZone: string };

/** Says across a public screen that what it shows may be old, and since when. */
export function CutBanner({ since, timeZone }: Props): ReactNode {
  if (since === null) return null;
  const time = sayTime(since, timeZone);
  return (
    <div className="cut-banner" role="alert">
      <strong>
        {commonWords.vi.staleNumbers} <span>({fill(commonWords.vi.since, { time })})</span>
      </strong>
      <span lang="en">
        {commonWords.en.staleNumbers}, {fill(commonWords.en.since, { time })}
      </span>
    </div>
  );
}
