import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { Part } from '../part.ts';

const proposed = {
  vi: 'Máy lấy số tạm dừng. Xin Ông/Bà liên hệ bàn hướng dẫn.',
  en: 'This kiosk is paused. Please ask at the information desk.',
};

/** Stops all kiosks with a message, and opens them again. */
export function Lock({ view, request, language, disabled }: Part): ReactNode {
  const words = manageOfficeWords[language];
  const [message, setMessage] = useState(view.lock ?? proposed);
  const set = async (next: typeof message | null): Promise<void> => {
    if ((await request.send('kiosk:lock', { message: next })) === null) return;
    request.say({ kind: 'note', text: next === null ? words.unlocked : words.locked });
  };
  const complete = message.vi.trim() !== '' && message.en.trim() !== '';
  const isLocked = view.lock !== null;
  const line = (key: 'vi' | 'en', label: string): ReactNode => (
    <TextInput
      label={label}
      value={message[key]}
      maxLength={300}
      readOnly={isLocked}
      onChange={(event) => setMessage({ ...message, [key]: event.currentTarget.value })}
    />
  );
  return (
    <section>
      <h2>{words.lock}</h2>
      <p className="manage-soft">{words.lockHelp}</p>
      <Stack>
        {line('vi', words.lockVi)}
        {line('en', words.lockEn)}
        <Group>
          {isLocked ? (
            <Button disabled={disabled} onClick={() => void set(null)}>
              {words.unlock}
            </Button>
          ) : (
            <Button
              color="orange"
              c="black"
              disabled={disabled || !complete}
              onClick={() => void set(message)}
            >
              {words.lockNow}
            </Button>
          )}
        </Group>
      </Stack>
    </section>
  );
}
