import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { TicketName } from '../console.ts';
import { fieldName, useConsole } from '../console.ts';
import type { Appointment } from '../model/lists.ts';
import { Form } from './Form.tsx';
import { Shell } from './Shell.tsx';

/** Asks before a number is taken out of the line. */
export function CancelDialog({ ticket }: { readonly ticket: TicketName }): ReactNode {
  const { words, request, closeDialog } = useConsole();
  const send = async (): Promise<void> => {
    if ((await request.send('ticket:cancel', { ticketId: ticket.id })) !== null) closeDialog();
  };
  return (
    <Shell title={fill(words.cancelOf, { number: ticket.number })} size={480}>
      <Form send={words.cancelNow} leave={words.keep} isDangerous onSend={() => void send()}>
        <p>{words.cancelMore}</p>
      </Form>
    </Shell>
  );
}

/** Asks before an appointment is called off. */
export function CancelAppointmentDialog({ appointment }: { readonly appointment: Appointment }): ReactNode {
  const console = useConsole();
  const { view, words, request, closeDialog } = console;
  const { timeZone } = view.office;
  const send = async (): Promise<void> => {
    const done = await request.send('appointment:cancel', { appointmentId: appointment.id });
    if (done !== null) closeDialog();
  };
  return (
    <Shell title={fill(words.cancelAppointmentOf, { code: appointment.code })} size={480}>
      <Form send={words.cancelAppointmentNow} leave={words.keep} isDangerous onSend={() => void send()}>
        <p>
          <b>
            {sayTime(appointment.at, timeZone)} {sayDate(appointment.at, timeZone)}
          </b>{' '}
          · {fieldName(console, appointment.fieldId)}
          {appointment.name !== null && ` · ${appointment.name}`}
        </p>
        <p>{words.cancelAppointmentMore}</p>
      </Form>
    </Shell>
  );
}
