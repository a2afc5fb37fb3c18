import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fits } from '../model.ts';

type Props = Pick<View<'wall'>['setting'], 'notice'> & {
  /** ms; both languages come round, each in a line of its own. */
  readonly now: number;
};

/** More than this many letters do not fit in one line of the usual size. */
const longFrom = 95;

/** A line of the office to everybody in the hall. */
export function Notice({ notice, now }: Props): ReactNode {
  if (notice === null) return null;
  const language = Math.floor(now / fits.turnMs) % 2 === 0 ? 'vi' : 'en';
  const text = notice[language];
  return (
    <p className="wall-notice" lang={language} data-long={text.length > longFrom}>
      <span>{text}</span>
    </p>
  );
}
