import { Button, Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FieldId, TicketId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorActWords } from '../../../../shared/i18n/screens/floor.ts';
import { fieldOptions } from '../../staff/fieldNames.ts';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly ticketId: TicketId;
  readonly number: string;
  /** The field it is of now. */
  readonly from: FieldId;
  readonly onClose: () => void;
};

/** Sends one number on to another field, where it keeps the place of its issue. */
export function SendOn({
  view,
  language,
  request,
  disabled,
  ticketId,
  number,
  from,
  onClose,
}: Props): ReactNode {
  const words = floorActWords[language];
  const fields = view.fields.filter(({ id }) => id !== from);
  const [to, setTo] = useState<number>(fields[0]?.id ?? 0);
  const field = fields.find(({ id }) => id === to);
  const send = async (): Promise<void> => {
    if (field === undefined) return;
    const input = { ticketId, fieldId: field.id, target: { kind: 'anyone' }, place: 'kept' } as const;
    if ((await request.send('ticket:transfer', input)) === null) return;
    request.say({ kind: 'note', text: fill(words.sent, { number, field: field.name[language] }) });
    onClose();
  };
  return (
    <Group align="end">
      <NativeSelect
        className="manage-grow"
        label={words.sendTo}
        value={String(to)}
        data={fieldOptions(fields, language)}
        onChange={(event) => setTo(Number(event.currentTarget.value))}
      />
      <Button variant="default" disabled={disabled || field === undefined} onClick={() => void send()}>
        {words.send}
      </Button>
    </Group>
  );
}
