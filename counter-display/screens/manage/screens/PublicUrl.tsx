import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { requests } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import type { Part } from '../part.ts';

const { url: urlSchema } = requests['office:setPublicUrl'].input.shape;

/** Where the code on a ticket leads. */
export function PublicUrl({ view, request, language, disabled }: Part): ReactNode {
  const words = manageScreensWords[language];
  const [edited, setEdited] = useState<string | null>(null);
  const shown = edited ?? view.publicUrl.set ?? '';
  const next = shown.trim() === '' ? null : shown.trim();
  const isWrong = !urlSchema.safeParse(next).success;
  const save = async (): Promise<void> => {
    if ((await request.send('office:setPublicUrl', { url: next })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: words.publicUrlSaved });
  };
  return (
    <section>
      <h2>{words.publicUrl}</h2>
      <p className="manage-soft">{words.publicUrlHelp}</p>
      <Stack>
        <p className="manage-used">{fill(words.publicUrlUsed, { url: view.publicUrl.used })}</p>
        <TextInput
          label={words.publicUrlSet}
          placeholder="https://lay-so.hadong.gov.vn"
          value={shown}
          error={isWrong ? words.wrongUrl : null}
          maxLength={200}
          spellCheck={false}
          maw={620}
          onChange={(event) => setEdited(event.currentTarget.value)}
        />
        <Group>
          <Button disabled={disabled || edited === null || isWrong} onClick={() => void save()}>
            {manageWords[language].save}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
