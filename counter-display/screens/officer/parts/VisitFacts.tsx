import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayDuration, sayTime } from '../../../../shared/i18n/time.ts';
import { useServerTime } from '../../../../shared/link/useLink.ts';
import { useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';
import { keys, wholeMinutes } from '../model/desk.ts';
import { Press } from './Press.tsx';

type Props = { readonly ticket: DeskTicket };

/** How long it has lasted, and what happened before. */
export function VisitFacts({ ticket }: Props): ReactNode {
  const { view, words, link, run } = useConsole();
  const now = useServerTime(link);
  const isCalled = ticket.state === 'called';
  const lasted = now - ticket.since + (isCalled ? 0 : ticket.servedMs);
  const time = (at: number): string => sayTime(at, view.office.timeZone);
  const facts = [
    ticket.appointmentAt !== null && fill(words.appointmentAt, { time: time(ticket.appointmentAt) }),
    fill(words.takenAt, { time: time(ticket.issuedAt) }),
    isCalled && fill(words.waited, { n: wholeMinutes(ticket.issuedAt, ticket.since) }),
    isCalled && fill(words.announced, { n: ticket.announcements }),
    !isCalled && ticket.servedMs > 0 && fill(words.servedBefore, { time: sayDuration(ticket.servedMs) }),
    ticket.misses > 0 && fill(words.missedOf, { n: ticket.misses, max: view.missPolicy.maxCalls }),
  ];
  return (
    <div className="facts">
      <p className="facts-timer tabular" role="timer" aria-live="off">
        {sayDuration(lasted)} <span>{isCalled ? words.sinceCall : words.sinceStart}</span>
      </p>
      <Press size="compact-sm" variant="subtle" shortcut={keys.reprint} onPress={() => run('reprint')}>
        {words.reprint}
      </Press>
      <ul>{facts.map((fact) => fact !== false && <li key={fact}>{fact}</li>)}</ul>
    </div>
  );
}
