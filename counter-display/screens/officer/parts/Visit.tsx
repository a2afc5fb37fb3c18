import type { CSSProperties, ReactNode } from 'react';
import { deepen } from '../../../../shared/ui/colour.ts';
import { useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';
import { deskState } from '../model/desk.ts';
import { Away } from './Away.tsx';
import { FinishPanel } from './FinishPanel.tsx';
import { Free } from './Free.tsx';
import { Legs } from './Legs.tsx';
import { Notes } from './Notes.tsx';
import { Past } from './Past.tsx';
import { VisitFacts } from './VisitFacts.tsx';
import { VisitorDossiers } from './VisitorDossiers.tsx';
import { VisitorName } from './VisitorName.tsx';

const fieldless = '#334155';

/** Who is called or served at this desk now, or what the desk does instead. */
export function Visit(): ReactNode {
  const { view } = useConsole();
  const ticket = view.desk?.ticket ?? null;
  if (ticket === null) return deskState(view) === 'away' ? <Away /> : <Free />;
  // Another ticket is another visit: no field half filled for one must show for the next.
  return <WithTicket key={ticket.id} ticket={ticket} />;
}

function WithTicket({ ticket }: { readonly ticket: DeskTicket }): ReactNode {
  const { view, words, language } = useConsole();
  const field = view.fields.find(({ id }) => id === ticket.fieldId);
  return (
    <section
      className="at-desk"
      data-state={ticket.state}
      style={{ '--field': deepen(field?.colour ?? fieldless) } as CSSProperties}
    >
      <div className="at-desk-top">
        <div className="at-desk-number">
          <p>{ticket.state === 'called' ? words.called : words.serving}</p>
          <b className="tabular">{ticket.number}</b>
          <p>{field?.name[language]}</p>
        </div>
        <div className="at-desk-facts">
          <VisitorName ticket={ticket} />
          <VisitFacts ticket={ticket} />
          <Legs ticket={ticket} />
        </div>
      </div>
      <div className="at-desk-more">
        {ticket.state === 'serving' && <FinishPanel ticket={ticket} />}
        <div className="at-desk-side">
          <Notes ticket={ticket} />
          {ticket.visitor !== null && <VisitorDossiers dossiers={ticket.visitor.dossiers} />}
          {ticket.visitor !== null && <Past visitor={ticket.visitor} />}
        </div>
      </div>
    </section>
  );
}
