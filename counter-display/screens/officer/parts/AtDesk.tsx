import { Badge, Group } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { sayDate, sayDuration } from '../../../../shared/i18n/time.ts';
import { deepen } from '../../../../shared/ui/colour.ts';
import type { DeskTicket } from '../model.ts';
import { wholeMinutes } from '../model.ts';

type Props = { readonly view: View<'officer'>; readonly now: number; readonly language: Language };

/** Who is called or served at this desk now. */
export function AtDesk({ view, now, language }: Props): ReactNode {
  const words = officerWords[language];
  const ticket = view.desk?.ticket ?? null;
  if (ticket === null)
    return (
      <section className="at-desk at-desk-free" aria-live="polite">
        <h1>{words.free}</h1>
        <p>{words.freeMore}</p>
      </section>
    );
  const field = view.fields.find(({ id }) => id === ticket.fieldId);
  const isCalled = ticket.state === 'called';
  return (
    <section
      className="at-desk"
      data-state={ticket.state}
      style={{ '--field': deepen(field?.colour ?? '#334155') } as CSSProperties}
      aria-live="polite"
    >
      <div className="at-desk-number">
        <p>{isCalled ? words.called : words.serving}</p>
        <b className="tabular">{ticket.number}</b>
        <p>{field?.name[language]}</p>
      </div>
      <div className="at-desk-facts">
        <p className="at-desk-timer tabular" role="timer" aria-live="off">
          {sayDuration(now - ticket.since)} <span>{isCalled ? words.sinceCall : words.sinceStart}</span>
        </p>
        <Facts ticket={ticket} language={language} />
        <Visitor ticket={ticket} timeZone={view.office.timeZone} language={language} />
      </div>
    </section>
  );
}

type TicketProps = { readonly ticket: DeskTicket; readonly language: Language };

function Facts({ ticket, language }: TicketProps): ReactNode {
  const words = officerWords[language];
  return (
    <Group gap="xs">
      {ticket.priority !== null && (
        <Badge size="lg" color="grape">
          {words.priority}
        </Badge>
      )}
      {ticket.state === 'called' && (
        <Badge size="lg" variant="light">
          {fill(words.announced, { n: ticket.announcements })}
        </Badge>
      )}
      {ticket.misses > 0 && (
        <Badge size="lg" color="orange" variant="light" c="dark">
          {fill(words.missedTimes, { n: ticket.misses })}
        </Badge>
      )}
      {ticket.state === 'called' && (
        <span className="at-desk-waited">
          {fill(words.waited, { n: wholeMinutes(ticket.issuedAt, ticket.since) })}
        </span>
      )}
    </Group>
  );
}

function Visitor({
  ticket: { visitor },
  timeZone,
  language,
}: TicketProps & { readonly timeZone: string }): ReactNode {
  const words = officerWords[language];
  if (visitor === null) return <p className="at-desk-anonymous">{words.anonymous}</p>;
  return (
    <div className="at-desk-visitor">
      <h2>{visitor.name ?? words.nameless}</h2>
      <p>
        {words.recognised} · {fill(words.visits, { n: visitor.visits })} ·{' '}
        {fill(words.registered, { date: sayDate(visitor.registeredAt, timeZone) })}
      </p>
      <p className="at-desk-check">{words.checkPapers}</p>
    </div>
  );
}
