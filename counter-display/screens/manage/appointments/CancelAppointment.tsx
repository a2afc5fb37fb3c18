import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly appointment: View<'manage'>['appointments'][number];
  readonly onClose: () => void;
};

/** Asks before an appointment is given up. */
export function CancelAppointment({ appointment, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const cancel = async (): Promise<void> => {
    if ((await request.send('appointment:cancel', { appointmentId: appointment.id })) !== null) onClose();
  };
  return (
    <Confirm
      request={request}
      language={language}
      disabled={disabled}
      title={fill(words.cancelAppointment, { code: appointment.code })}
      more={words.cancelAppointmentMore}
      keep={words.keepAppointment}
      act={words.cancelNow}
      onAct={cancel}
      onClose={onClose}
    />
  );
}
