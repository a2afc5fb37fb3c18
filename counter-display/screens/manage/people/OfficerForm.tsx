import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { requests } from '../../../../shared/contract/requests.ts';
import type { Role } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { longestName } from '../../../../shared/domain/name.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  /** Null: a new one. */
  readonly officer: View<'manage'>['officers'][number] | null;
  readonly onClose: () => void;
};

const { login: loginSchema } = requests['officer:add'].input.shape;
/** Checked here, too, so that the reason stands beside the box. */
const isLogin = (login: string): boolean => loginSchema.safeParse(login).success;

/** Who somebody is and what they may do; the user name is chosen once. */
export function OfficerForm({ view, officer, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageSetUpWords[language];
  const common = manageWords[language];
  const [name, setName] = useState(officer?.name ?? '');
  const [login, setLogin] = useState(officer?.login ?? '');
  const [role, setRole] = useState<Role>(officer?.role ?? 'officer');
  const roles: readonly Role[] =
    view.me.role === 'admin' ? ['officer', 'manager', 'admin'] : ['officer', 'manager'];
  const isWhole = name.trim() !== '' && isLogin(login);
  const save = async (): Promise<void> => {
    const answer =
      officer === null
        ? await request.send('officer:add', { login, name, role })
        : await request.send('officer:save', { officerId: officer.id, name, role });
    if (answer === null) return;
    const said = officer === null ? words.officerAdded : words.officerSaved;
    request.say({ kind: 'note', text: fill(said, { name: name.trim() }) });
    onClose();
  };
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={isWhole}
      onSave={save}
      title={officer === null ? words.addOfficer : words.editOfficer}
      onClose={onClose}
    >
      <TextInput
        size="md"
        label={common.name}
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        size="md"
        label={common.login}
        description={officer === null ? words.loginHelp : undefined}
        value={login}
        readOnly={officer !== null}
        maxLength={40}
        autoCapitalize="none"
        error={login.length > 1 && !isLogin(login) ? words.loginWrong : undefined}
        onChange={(event) => setLogin(event.currentTarget.value.trim().toLowerCase())}
      />
      <NativeSelect
        size="md"
        label={common.role}
        data={(roles.includes(role) ? roles : [role]).map((value) => ({ value, label: common[value] }))}
        value={role}
        disabled={officer?.id === view.me.id}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
    </FormDialog>
  );
}
