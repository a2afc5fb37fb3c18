import type { ReactNode } from 'react';
import type { Issued } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { standardTexts } from '../../../shared/i18n/officeTexts.ts';
import { sayOwn } from '../../../shared/i18n/ownText.ts';
import { reserveWords } from '../../../shared/i18n/screens/reserve.ts';
import { spelled } from '../../../shared/i18n/speech/call.ts';
import { sayDate, sayTime } from '../../../shared/i18n/time.ts';
import { sayWait } from '../../../shared/i18n/wait.ts';
import { deepen } from '../../../shared/ui/colour.ts';
import type { Stage } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import { TrackCode } from '../parts/TrackCode.tsx';
import { sayFieldName } from '../text/fieldName.ts';
import { sayAhead } from '../text/people.ts';
import './Number.css';

type At = Extract<Stage, { at: 'number' }>;

/** The names of fields in their order, as one part of a sentence. */
const sayFields = (ids: readonly FieldId[], { fields }: View<'kiosk'>, language: Language): string =>
  ids.flatMap((id) => fields.find((field) => field.id === id)?.name[language] ?? []).join(' → ');

/** What becomes of the paper. A number of the kiosk's own has no code to keep. */
function sayPaper({ trackUrl }: At['ticket'], paper: At['paper'], language: Language): string {
  const alone = reserveWords[language];
  if (trackUrl === null && paper === 'none') return alone.keep;
  return trackUrl === null && paper === 'trouble'
    ? alone.keepTrouble
    : kioskWords[language][`paper_${paper}`];
}

/** The number and its code, as large as they go, what to expect, and what becomes of the paper. */
export function Number({ stage: { ticket, paper } }: { readonly stage: At }): ReactNode {
  const { language, words, view, act } = useKiosk();
  const field = view.fields.find(({ id }) => id === ticket.fieldId);
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
        <p
          className="ticket-label"
          data-said={`${words.yourNumber}: ${spelled(ticket.number, language)}.`}
          data-say
        >
          {words.yourNumber}
        </p>
        <p className="ticket-number tabular">{ticket.number}</p>
        {ticket.trackUrl === null ? (
          <OwnFacts />
        ) : (
          <>
            <TrackCode url={ticket.trackUrl} />
            <Facts ticket={ticket} />
          </>
        )}
        <When ticket={ticket} />
      </article>
      <output className={`number-paper number-paper-${paper}`}>
        {paper === 'trouble' && <Icon name="info" />}
        <span>
          {sayPaper(ticket, paper, language)}{' '}
          {paper !== 'trouble' && (
            <strong>{sayOwn(view.texts.kioskThanks, standardTexts.kioskThanks, language)}</strong>
          )}
        </span>
      </output>
      <Choice label={words.done} primary onChoose={() => act({ kind: 'leave' })} />
    </div>
  );
}

function Facts({ ticket }: { readonly ticket: Issued }): ReactNode {
  const { language, words, view } = useKiosk();
  const { timeZone } = view.office;
  return (
    <>
      <div className="ticket-facts" data-say>
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
    </>
  );
}

/** That the kiosk gave it by itself, and what that means. */
function OwnFacts(): ReactNode {
  const { language } = useKiosk();
  const { given, givenHint } = reserveWords[language];
  return (
    <div className="ticket-alone">
      <strong>{given}</strong>
      <p>{givenHint}</p>
    </div>
  );
}

function When({ ticket }: { readonly ticket: At['ticket'] }): ReactNode {
  const { language, words, view } = useKiosk();
  const { timeZone } = view.office;
  return (
    <>
      {ticket.legs.length > 0 && (
        <p className="ticket-then" data-say>
          {fill(words.afterwards, { fields: sayFields(ticket.legs, view, language) })}
        </p>
      )}
      <p className="ticket-time tabular">
        {sayDate(ticket.issuedAt, timeZone)} {sayTime(ticket.issuedAt, timeZone)}
      </p>
    </>
  );
}
