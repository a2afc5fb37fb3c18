import type { ReactNode } from 'react';
import type { Issued } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { sayDate, sayTime } from '../../../shared/i18n/time.ts';
import { sayWait } from '../../../shared/i18n/wait.ts';
import { deepen } from '../../../shared/ui/colour.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { sayFieldName } from '../text/fieldName.ts';
import { sayAhead } from '../text/people.ts';
import './Number.css';

/** The names of fields in their order, as one part of a sentence. */
const sayFields = (ids: readonly FieldId[], { fields }: View<'kiosk'>, language: Language): string =>
  ids.flatMap((id) => fields.find((field) => field.id === id)?.name[language] ?? []).join(' → ');

/** The number, as large as it goes, and what to expect. */
export function Number({ ticket }: { readonly ticket: Issued }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const field = view.fields.find(({ id }) => id === ticket.fieldId);
  const { timeZone } = view.office;
  return (
    <div className="number">
      <article
        className="ticket"
        style={field && ({ '--field': deepen(field.colour) } as React.CSSProperties)}
      >
        <h1 className="ticket-field">
          {field !== undefined && <Icon name={field.icon} />}
          {field && sayFieldName(field.name[language])}
        </h1>
        <p className="ticket-label">{words.yourNumber}</p>
        <p className="ticket-number tabular">{ticket.number}</p>
        <div className="ticket-facts">
          {ticket.appointmentAt !== null && (
            <p>
              <Icon name="calendar" />
              {fill(words.appointmentFor, { time: sayTime(ticket.appointmentAt, timeZone) })}
            </p>
          )}
          <p>
            <Icon name="people" />
            {sayAhead(ticket.peopleAhead, language)}
          </p>
          <p>
            <Icon name="clock" />
            {ticket.wait === null
              ? words.waitUnknown
              : fill(words.expectedWait, { wait: sayWait(ticket.wait, language) })}
          </p>
        </div>
        {ticket.legs.length > 0 && (
          <p className="ticket-then">
            {fill(words.afterwards, { fields: sayFields(ticket.legs, view, language) })}
          </p>
        )}
        <p className="ticket-time tabular">
          {sayDate(ticket.issuedAt, timeZone)} {sayTime(ticket.issuedAt, timeZone)}
        </p>
      </article>
      <p className="number-thanks">
        {words.rememberNumber}. <strong>{words.thanks}</strong>
      </p>
      <Choice label={words.done} primary onChoose={() => act({ kind: 'leave' })} />
    </div>
  );
}
