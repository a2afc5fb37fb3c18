import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayDuration, sayTime } from '../../../../shared/i18n/time.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { useConsole } from '../console.ts';

/** The officer is away for a while: since when, and until when. */
export function Away(): ReactNode {
  const { view, words, link } = useConsole();
  const now = useServerTime(link);
  const onBreak = view.desk?.onBreak ?? null;
  if (onBreak === null) return null;
  const time = (at: number): string => sayTime(at, view.office.timeZone);
  const { since, until } = onBreak;
  return (
    <section className="at-desk at-desk-away">
      <h1>{words.away}</h1>
      <p className="facts-timer tabular" role="timer" aria-live="off">
        {sayDuration(now - since)} <span>{fill(words.awaySince, { time: time(since) })}</span>
      </p>
      {until !== null && (
        <p data-over={now > until}>
          {fill(now > until ? words.awayOver : words.awayUntil, { time: time(until) })}
        </p>
      )}
    </section>
  );
}
