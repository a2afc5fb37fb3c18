import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import type { SubmitEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { commonWords } from '../../../../shared/i18n/screens/common.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../../staff/SaidAlert.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly officer: View<'manage'>['officers'][number];
  readonly onClose: () => void;
};

/** Gives an officer a password. The server says which are too weak. */
export function SetPassword({ officer, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageWords[language];
  const [password, setPassword] = useState('');
  const save = async (): Promise<void> => {
    const done = await request.send('officer:setPassword', { officerId: officer.id, password });
    if (done === null) return;
    request.say({ kind: 'note', text: fill(words.passwordSet, { name: officer.name }) });
    onClose();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!disabled && password !== '') void save();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${words.setPassword} · ${officer.name}`}
      closeButtonProps={{ 'aria-label': words.close }}
      centered
    >
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            size="md"
            label={words.newPassword}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            maxLength={200}
            visibilityToggleButtonProps={{ 'aria-label': commonWords[language].showPassword }}
            data-autofocus
          />
          <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={request.busy === 'officer:setPassword'} disabled={password === ''}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
