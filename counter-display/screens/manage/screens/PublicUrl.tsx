import { Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { requests } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';

const { url: urlSchema } = requests['office:setPublicUrl'].input.shape;

/** Where the code on a ticket leads. */
export function PublicUrl({ view, request, language, disabled }: Part): ReactNode {
  const words = manageScreensWords[language];
  const { shown, isEdited, edit, saved } = useEdited(view.publicUrl.set ?? '', request);
  const next = shown.trim() === '' ? null : shown.trim();
  const isWrong = !urlSchema.safeParse(next).success;
  const save = (): void =>
    void saved(request.send('office:setPublicUrl', { url: next }), words.publicUrlSaved);
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
          onChange={(event) => edit(event.currentTarget.value)}
        />
        <SaveButton language={language} disabled={disabled} isReady={isEdited && !isWrong} onSave={save} />
      </Stack>
    </section>
  );
}
