import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { SubmitEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { DeviceScreen } from '../../../../shared/contract/protocol.ts';
import { deviceScreens } from '../../../../shared/contract/protocol.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Invited } from './Invite.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
};

/** What kind of screen it is, what it is called, and, for a counter display, which counter it stands at. */
export function InviteForm({ view, request, language, disabled, onInvited, onClose }: Props): ReactNode {
  const words = manageWords[language];
  const [screen, setScreen] = useState<DeviceScreen>('wall');
  const [name, setName] = useState('');
  const [counterId, setCounterId] = useState<number | null>(view.counters[0]?.id ?? null);
  const make = async (): Promise<void> => {
    const called = name.trim();
    const atCounter = screen === 'counter' ? counterId : null;
    const code = await request.send('device:invite', { screen, name: called, counterId: atCounter });
    if (code !== null) onInvited({ ...code, screen, name: called });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!disabled && name.trim() !== '') void make();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          size="md"
          label={words.screen}
          data={deviceScreens.map((value) => ({ value, label: words[value] }))}
          value={screen}
          onChange={(event) => setScreen(event.currentTarget.value as DeviceScreen)}
        />
        {screen === 'counter' && (
          <NativeSelect
            size="md"
            label={words.atCounter}
            data={view.counters.map(({ id, number }) => ({
              value: String(id),
              label: fill(words.counterN, { n: number }),
            }))}
            value={String(counterId)}
            onChange={(event) => setCounterId(Number(event.currentTarget.value))}
          />
        )}
        <TextInput
          size="md"
          label={words.deviceName}
          placeholder={words.deviceNameHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          data-autofocus
        />
        <DialogEnd request={request} language={language} onClose={onClose}>
          <Button type="submit" loading={request.busy === 'device:invite'} disabled={name.trim() === ''}>
            {words.makeCode}
          </Button>
        </DialogEnd>
      </Stack>
    </form>
  );
}
