import { Alert, Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { slideSeconds } from '../../../../shared/contract/settings.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { Part } from '../part.ts';
import { Choices } from './Choices.tsx';
import type { WallText, WrongWall } from './wallForm.ts';
import { wallOf, wallText } from './wallForm.ts';
import type { NamedWall } from './Walls.tsx';
import { WallSound } from './WallSound.tsx';

type Props = Part & { readonly wall: NamedWall; readonly onClose: () => void };

/** What one wall shows and says. A wall without a setting of its own begins with that of all. */
export function WallForm({ view, request, language, disabled, wall, onClose }: Props): ReactNode {
  const words = manageScreensWords[language];
  const [text, setText] = useState<WallText | null>(() => {
    const of = (id: number | null): WallText[] =>
      view.walls.filter(({ deviceId }) => deviceId === id).map(({ setting }) => wallText(setting));
    return [...of(wall.deviceId), ...of(null)][0] ?? null;
  });
  const [wrong, setWrong] = useState<WrongWall | null>(null);
  if (text === null) return null;
  const change = (more: Partial<WallText>): void => {
    setText({ ...text, ...more });
    setWrong(null);
  };
  const save = async (): Promise<void> => {
    const read = wallOf(text);
    if ('wrong' in read) return setWrong(read.wrong);
    const input = { deviceId: wall.deviceId, setting: read.setting };
    if ((await request.send('wall:setUp', input)) === null) return undefined;
    request.say({ kind: 'note', text: fill(words.wallSaved, { name: wall.name }) });
    return onClose();
  };
  const line = (key: 'noticeVi' | 'noticeEn'): ReactNode => (
    <TextInput
      label={words[key]}
      value={text[key]}
      maxLength={300}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole
      onSave={save}
      size="xl"
      title={fill(words.setUpOf, { name: wall.name })}
      onClose={onClose}
    >
      <Choices
        label={words.shownFields}
        help={words.showsAll}
        all={view.fields.map(({ id, name }) => ({ id, name: name[language] }))}
        chosen={text.fieldIds}
        onChange={(fieldIds) => change({ fieldIds })}
      />
      <Choices
        label={words.shownCounters}
        help={words.showsAll}
        all={view.counters.map(({ id, number }) => ({
          id,
          name: fill(manageWords[language].counterN, { n: number }),
        }))}
        chosen={text.counterIds}
        onChange={(counterIds) => change({ counterIds })}
      />
      {line('noticeVi')}
      {line('noticeEn')}
      <p className="manage-soft">{words.noticeHelp}</p>
      <WallSound text={text} onChange={change} language={language} />
      <Checkbox
        label={words.slides}
        description={words.slidesHelp}
        checked={text.slides}
        onChange={(event) => change({ slides: event.currentTarget.checked })}
      />
      {text.slides && (
        <NumberInput
          label={words.slideSeconds}
          value={text.slideSeconds}
          min={slideSeconds.least}
          max={slideSeconds.most}
          allowDecimal={false}
          clampBehavior="blur"
          maw={260}
          onChange={(value) => change({ slideSeconds: Number(value) || 10 })}
        />
      )}
      {wrong !== null && (
        <Alert role="alert" color="red" variant="light">
          {words[wrong]}
        </Alert>
      )}
    </FormDialog>
  );
}
