import { Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import type { WallText } from './wallForm.ts';

type Props = {
  readonly text: WallText;
  readonly onChange: (more: Partial<WallText>) => void;
  readonly language: Language;
};

/** What a wall says, how loud, and when it is silent. */
export function WallSound({ text, onChange, language }: Props): ReactNode {
  const words = manageScreensWords[language];
  const time = (key: 'quietFrom' | 'quietTo', placeholder: string): ReactNode => (
    <TextInput
      label={words[key]}
      w={130}
      inputMode="numeric"
      placeholder={placeholder}
      value={text[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className="manage-choices">
      <legend>{words.sound}</legend>
      <div>
        {(['speaksVi', 'speaksEn'] as const).map((key) => (
          <Checkbox
            key={key}
            label={words[key]}
            checked={text[key]}
            onChange={(event) => onChange({ [key]: event.currentTarget.checked })}
          />
        ))}
      </div>
      <Group align="end" mt="sm">
        <NumberInput
          label={words.volume}
          w={150}
          value={text.volumePercent}
          min={0}
          max={100}
          step={10}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => onChange({ volumePercent: Number(value) || 0 })}
        />
        {time('quietFrom', '11:30')}
        {time('quietTo', '13:30')}
      </Group>
      <p className="manage-soft">{words.quietHelp}</p>
    </fieldset>
  );
}
