import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import type { CounterId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorActWords, floorWords } from '../../../../shared/i18n/screens/floor.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import type { Part } from '../part.ts';
import { CounterFields } from '../people/CounterFields.tsx';
import { OfficerHere } from './OfficerHere.tsx';
import { SendOn } from './SendOn.tsx';

type Props = Part & {
  readonly counterId: CounterId;
  readonly onClose: () => void;
};
type Counter = View<'manage'>['floor']['counters'][number];

/** All that a manager can do about one counter: its number, its officer, its fields. */
export function CounterDialog({ counterId, onClose, ...part }: Props): ReactNode {
  const { view, language, request, disabled } = part;
  const words = floorActWords[language];
  const [choosing, setChoosing] = useState(false);
  const counter = view.floor.counters.find(({ id }) => id === counterId);
  const known = view.counters.find(({ id }) => id === counterId);
  // Somebody has just taken it away.
  if (counter === undefined || known === undefined) return null;
  if (choosing) return <CounterFields {...part} counter={known} onClose={onClose} />;
  const fields = view.fields.filter(({ id }) => known.fieldIds.includes(id));
  return (
    <Dialog
      language={language}
      title={fill(floorWords[language].counterN, { n: known.number })}
      size="lg"
      onClose={onClose}
    >
      <Stack>
        {counter.ticket !== null && <AtCounter {...part} ticket={counter.ticket} onClose={onClose} />}
        <OfficerHere {...part} counter={counter} number={known.number} onClose={onClose} />
        <section className="floor-part">
          <h3>{words.fieldsHere}</h3>
          <Group justify="space-between" wrap="nowrap">
            <p>{fields.map(({ name }) => name[language]).join(' · ') || floorWords[language].nobody}</p>
            <Button variant="default" disabled={disabled} onClick={() => setChoosing(true)}>
              {words.setFields}
            </Button>
          </Group>
        </section>
        <DialogEnd request={request} language={language} keep={manageWords[language].close} onClose={onClose}>
          {null}
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}

type AtCounterProps = Part & {
  readonly ticket: NonNullable<Counter['ticket']>;
  readonly onClose: () => void;
};

/** The number there: called again, taken back, marked as absent while it is called; sent on in any case. */
function AtCounter({ ticket, onClose, ...part }: AtCounterProps): ReactNode {
  const { language, request, disabled } = part;
  const words = floorActWords[language];
  const { id: ticketId, number } = ticket;
  const acts = [
    ['ticket:recall', words.recall, words.recalled],
    ['ticket:return', words.takeBack, words.takenBack],
    ['ticket:miss', words.absent, words.markedAbsent],
  ] as const;
  const act = async (name: (typeof acts)[number][0], said: string): Promise<void> => {
    if ((await request.send(name, { ticketId })) === null) return;
    request.say({ kind: 'note', text: fill(said, { number }) });
    onClose();
  };
  return (
    <section className="floor-part">
      <h3>{fill(words.current, { number })}</h3>
      {ticket.state === 'called' && (
        <Group>
          {acts.map(([name, label, said]) => (
            <Button key={name} variant="default" disabled={disabled} onClick={() => void act(name, said)}>
              {label}
            </Button>
          ))}
        </Group>
      )}
      <SendOn {...part} ticketId={ticketId} number={number} from={ticket.fieldId} onClose={onClose} />
    </section>
  );
}
