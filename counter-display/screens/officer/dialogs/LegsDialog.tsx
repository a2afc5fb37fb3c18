import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import type { Dialog } from '../console.ts';
import { useConsole } from '../console.ts';
import { Form } from './Form.tsx';
import { LegsEditor } from './LegsEditor.tsx';
import { Shell } from './Shell.tsx';

type Props = { readonly ticket: Extract<Dialog, { kind: 'legs' }>['ticket'] };

/** The fields a visitor goes on to: added, taken out, put in another order. */
export function LegsDialog({ ticket }: Props): ReactNode {
  const { words, request, closeDialog } = useConsole();
  const [legs, setLegs] = useState<readonly number[]>(ticket.legs);
  const send = async (): Promise<void> => {
    const done = await request.send('ticket:setLegs', { ticketId: ticket.id, legs: [...legs] });
    if (done !== null) closeDialog();
  };
  return (
    <Shell title={fill(words.legsOf, { number: ticket.number })}>
      <Form send={words.save} onSend={() => void send()}>
        <p className="dialog-hint">{words.legsMore}</p>
        <LegsEditor label={words.addLeg} legs={legs} onChange={setLegs} focusFirst />
      </Form>
    </Shell>
  );
}
