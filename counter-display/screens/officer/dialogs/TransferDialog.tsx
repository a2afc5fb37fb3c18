import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayWait } from '../../../../shared/i18n/wait.ts';
import type { TicketName } from '../console.ts';
import { useConsole } from '../console.ts';
import { targetOf, targetsOf, toField, warningOf } from '../model/transfer.ts';
import type { Transfer } from '../model/transfer.ts';
import { FieldSelect, byFold } from '../parts/FieldSelect.tsx';
import { Choice } from './Choice.tsx';
import { Form } from './Form.tsx';
import { Shell } from './Shell.tsx';

/** Sends a ticket on: to a field, and if need be to one counter or officer of it. */
export function TransferDialog({ ticket }: { readonly ticket: TicketName }): ReactNode {
  const { view, words, language, request, closeDialog } = useConsole();
  const [transfer, setTransfer] = useState<Transfer>({
    fieldId: ticket.fieldId,
    kind: 'anyone',
    counterId: null,
    officerId: null,
    place: 'kept',
  });
  const field = view.fields.find(({ id }) => id === transfer.fieldId);
  const target = targetOf(transfer);
  const warning = warningOf(transfer, view);
  const send = async (): Promise<void> => {
    if (target === null) return;
    const { fieldId, place } = transfer;
    const done = await request.send('ticket:transfer', { ticketId: ticket.id, fieldId, target, place });
    if (done !== null) closeDialog();
  };
  return (
    <Shell title={fill(words.transferOf, { number: ticket.number })} size={620}>
      <Form send={words.transfer} isComplete={target !== null} onSend={() => void send()}>
        <FieldSelect
          label={words.field}
          focusFirst
          value={transfer.fieldId}
          onChange={(fieldId) => setTransfer((now) => toField(now, fieldId, view))}
        />
        {field !== undefined && (
          <p className="dialog-hint">
            {fill(words.waitingNow, { n: field.waiting, wait: sayWait(field.wait, language) })}
          </p>
        )}
        <Whom transfer={transfer} onChange={setTransfer} />
        <Choice
          legend={words.placeInLine}
          name="place"
          value={transfer.place}
          options={[
            { value: 'kept', label: words.placeKept },
            { value: 'end', label: words.placeEnd },
          ]}
          onChange={(place) => setTransfer((now) => ({ ...now, place }))}
        />
        {warning !== null && (
          <p className="dialog-warning" role="status">
            {words[warning]}
          </p>
        )}
      </Form>
    </Shell>
  );
}

type WhomProps = { readonly transfer: Transfer; readonly onChange: (transfer: Transfer) => void };

/** Anybody of the field, or one counter or officer of those who can serve it. */
function Whom({ transfer, onChange }: WhomProps): ReactNode {
  const { words } = useConsole();
  return (
    <>
      <Choice
        legend={words.toWhom}
        name="to"
        value={transfer.kind}
        options={[
          { value: 'anyone', label: words.toAnyone },
          { value: 'counter', label: words.toCounter },
          { value: 'officer', label: words.toOfficer },
        ]}
        onChange={(kind) => onChange({ ...transfer, kind })}
      />
      <OneOf transfer={transfer} onChange={onChange} />
    </>
  );
}

function OneOf({ transfer, onChange }: WhomProps): ReactNode {
  const { view, words } = useConsole();
  const { counters, colleagues } = targetsOf(transfer.fieldId, view);
  const shared = { searchable: true, openOnFocus: false, filter: byFold, allowDeselect: false } as const;
  if (transfer.kind === 'counter')
    return (
      <Select
        {...shared}
        label={words.whichCounter}
        value={transfer.counterId === null ? null : String(transfer.counterId)}
        data={counters.map(({ id, number, officerName }) => ({
          value: String(id),
          label: `${fill(words.counterN, { n: number })} · ${officerName ?? words.emptyCounter}`,
        }))}
        onChange={(id) => onChange({ ...transfer, counterId: id === null ? null : Number(id) })}
      />
    );
  if (transfer.kind === 'officer')
    return (
      <Select
        {...shared}
        label={words.whichOfficer}
        value={transfer.officerId === null ? null : String(transfer.officerId)}
        data={colleagues.map(({ id, name, counterNumber }) => ({
          value: String(id),
          label: `${name} · ${counterNumber === null ? words.notSeated : fill(words.counterN, { n: counterNumber })}`,
        }))}
        onChange={(id) => onChange({ ...transfer, officerId: id === null ? null : Number(id) })}
      />
    );
  return null;
}
