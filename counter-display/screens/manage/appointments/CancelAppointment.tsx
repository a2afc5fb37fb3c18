import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../../staff/SaidAlert.tsx';
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
    <Modal
      opened
      onClose={onClose}
      title={fill(words.cancelAppointment, { code: appointment.code })}
      closeButtonProps={{ 'aria-label': manageWords[language].close }}
      centered
    >
      <Stack>
        <p>{words.cancelAppointmentMore}</p>
        <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.keepAppointment}
          </Button>
          <Button color="red" disabled={disabled} onClick={() => void cancel()}>
            {manageWords[language].remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
