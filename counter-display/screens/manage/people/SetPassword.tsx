import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { commonWords } from '../../../../shared/i18n/screens/common.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
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
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={password !== ''}
      onSave={save}
      title={`${words.setPassword} · ${officer.name}`}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
