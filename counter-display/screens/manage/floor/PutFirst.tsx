import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useState } from 'react';
import type { TicketId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorActWords } from '../../../../shared/i18n/screens/floor.ts';
import type { Part } from '../part.ts';

type Props = Part & { readonly ticketId: TicketId; readonly number: string; readonly onClose: () => void };

/** Puts one who waits first, once it is said why. */
export function PutFirst({ language, request, disabled, ticketId, number, onClose }: Props): ReactNode {
  const words = floorActWords[language];
  const [reason, setReason] = useState('');
  const isSaid = reason.trim() !== '';
  const put = async (): Promise<void> => {
    if ((await request.send('ticket:putFirst', { ticketId, reason: reason.trim() })) === null) return;
    request.say({ kind: 'note', text: fill(words.isFirst, { number }) });
    onClose();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!disabled && isSaid) void put();
  };
  return (
    <form onSubmit={submit}>
      <Group align="end">
        <TextInput
          className="manage-grow"
          label={words.reason}
          description={words.putFirstHelp}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={disabled || !isSaid}>
          {words.putFirst}
        </Button>
      </Group>
    </form>
  );
}
