import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../../staff/SaidAlert.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly device: View<'manage'>['devices'][number];
  readonly onClose: () => void;
};

/** Asks before a screen is shut out, since somebody has to walk to it to bring it back. */
export function RemoveDevice({ device, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageWords[language];
  const remove = async (): Promise<void> => {
    if ((await request.send('device:remove', { deviceId: device.id })) !== null) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={fill(words.removeTitle, { name: device.name })}
      closeButtonProps={{ 'aria-label': words.close }}
      centered
    >
      <Stack>
        <Text>{words.removeMore}</Text>
        <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.cancel}
          </Button>
          <Button color="red" disabled={disabled} onClick={() => void remove()}>
            {words.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
