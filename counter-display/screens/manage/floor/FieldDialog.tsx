import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import type { FieldId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorActWords } from '../../../../shared/i18n/screens/floor.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { sayTime } from '../../../../shared/i18n/time.ts';
import { sayField } from '../../staff/fieldNames.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';
import { AddCounter } from './AddCounter.tsx';
import { minutesOf } from './say.ts';
import { SendOn } from './SendOn.tsx';
import { PutFirst } from './PutFirst.tsx';

type Props = Part & { readonly fieldId: FieldId; readonly now: number; readonly onClose: () => void };
type Line = RequestOutput<'floor:line'>['line'];

/** Who waits for a field, asked for anew whenever its line has changed. Null until it is known. */
function useLine({ view, request, fieldId }: Props): Line | null {
  const [line, setLine] = useState<Line | null>(null);
  const field = view.floor.fields.find(({ id }) => id === fieldId);
  const { send, busy } = request;
  const state = `${field?.waiting} ${field?.longestSince}`;
  const [shown, setShown] = useState('');
  useEffect(() => {
    // While another request is under way none can be sent: it is asked for when that is over.
    if (busy !== null || shown === state) return;
    setShown(state);
    void send('floor:line', { fieldId }).then((answer) => {
      if (answer !== null) setLine(answer.line);
    });
  }, [state, shown, busy, send, fieldId]);
  return line;
}

/** All that a manager can do about one field: for those who wait, and by another counter. */
export function FieldDialog(props: Props): ReactNode {
  const { fieldId, now, onClose, ...part } = props;
  const { view, language, request } = part;
  const words = floorActWords[language];
  const line = useLine(props);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const field = view.fields.find(({ id }) => id === fieldId);
  if (field === undefined) return null;
  const chosen = line?.find(({ id }) => id === chosenId);
  return (
    <Dialog language={language} title={sayField(field, language)} size="lg" onClose={onClose}>
      <Stack>
        <AddCounter {...part} fieldId={fieldId} onClose={onClose} />
        <section className="floor-part">
          <h3>{words.line}</h3>
          {line?.length === 0 && <p>{words.nobodyWaits}</p>}
          <ol className="floor-line">
            {(line ?? []).map((ticket) => (
              <li key={ticket.id} data-chosen={ticket.id === chosenId}>
                <Button
                  size="compact-md"
                  variant={ticket.id === chosenId ? 'filled' : 'default'}
                  aria-pressed={ticket.id === chosenId}
                  aria-label={fill(words.choose, { number: ticket.number })}
                  onClick={() => setChosenId(ticket.id === chosenId ? null : ticket.id)}
                >
                  {ticket.number}
                </Button>
                <span>
                  {ticket.since > now && ticket.appointmentAt !== null
                    ? fill(words.appointed, { time: sayTime(ticket.appointmentAt, view.office.timeZone) })
                    : fill(words.waits, { n: minutesOf(now - ticket.since) })}
                  {ticket.priority !== null && ` · ${words.priority}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
        {chosen !== undefined && (
          <section className="floor-part">
            <h3>{fill(words.chosen, { number: chosen.number })}</h3>
            <PutFirst {...part} ticketId={chosen.id} number={chosen.number} onClose={onClose} />
            <SendOn {...part} ticketId={chosen.id} number={chosen.number} from={fieldId} onClose={onClose} />
          </section>
        )}
        <DialogEnd
          request={request}
          language={language}
          keep={manageWords[language].cancel}
          onClose={onClose}
        >
          {null}
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
