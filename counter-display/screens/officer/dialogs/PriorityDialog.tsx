import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useConsole } from '../console.ts';
import type { Listed } from '../model/lists.ts';
import { Form } from './Form.tsx';
import { Shell } from './Shell.tsx';

const longestReason = 200;

type Props = { readonly ticket: Pick<Listed, 'id' | 'number' | 'priority'> };

/** Sets, confirms or removes a priority class, with the reason that the audit keeps. */
export function PriorityDialog({ ticket }: Props): ReactNode {
  const { view, words, language, request, closeDialog } = useConsole();
  const before = ticket.priority;
  const [code, setCode] = useState(before?.code ?? view.priorityClasses[0]?.code ?? '');
  const [reason, setReason] = useState<string>(words.reasonPapers);
  const priority = code === '' ? null : code;
  const choose = (next: string): void => {
    setCode(next);
    setReason(next === '' ? words.reasonMistake : words.reasonPapers);
  };
  const send = async (): Promise<void> => {
    const input = { ticketId: ticket.id, priority, reason: reason.trim() };
    if ((await request.send('ticket:setPriority', input)) !== null) closeDialog();
  };
  const label = (): string => {
    if (priority === null) return words.removePriority;
    return before?.code === priority && !before.confirmed ? words.confirmPriority : words.save;
  };
  return (
    <Shell title={fill(words.priorityOf, { number: ticket.number })}>
      <Form
        send={label()}
        focusSend
        isComplete={reason.trim() !== '' && (priority !== null || before !== null)}
        onSend={() => void send()}
      >
        <Select
          label={words.priorityClass}
          allowDeselect={false}
          value={code}
          data={[
            ...view.priorityClasses.map((one) => ({ value: one.code, label: one.name[language] })),
            ...(before === null ? [] : [{ value: '', label: words.noPriority }]),
          ]}
          onChange={(next) => choose(next ?? '')}
        />
        <TextInput
          label={words.reason}
          maxLength={longestReason}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <div className="suggestions">
          {[words.reasonPapers, words.reasonSeen, words.reasonMistake].map((one) => (
            <button key={one} type="button" onClick={() => setReason(one)}>
              {one}
            </button>
          ))}
        </div>
      </Form>
    </Shell>
  );
}
