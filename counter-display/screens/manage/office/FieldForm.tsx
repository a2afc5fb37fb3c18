import { ColorInput, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FieldSetting } from '../../../../shared/contract/settings.ts';
import { fieldIcons, fieldSetting } from '../../../../shared/contract/settings.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { Part } from '../part.ts';
import type { Field } from './Fields.tsx';
import { InBoth } from './InBoth.tsx';

type Props = Part & {
  /** Null: a new one. */
  readonly field: Field | null;
  readonly onClose: () => void;
};

const blank: FieldSetting = {
  prefix: '',
  name: { vi: '', en: '' },
  description: { vi: '', en: '' },
  icon: 'info',
  colour: '#0369A1',
  serviceMs: 15 * 60_000,
};
const minute = 60_000;

const settingOf = ({ prefix, name, description, icon, colour, serviceMs }: FieldSetting): FieldSetting => ({
  prefix,
  name,
  description,
  icon,
  colour,
  serviceMs,
});

/** Describes a field; numbers that were given keep what they have. */
export function FieldForm({ view, field, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageSetUpWords[language];
  const [setting, setSetting] = useState(settingOf(field ?? blank));
  const change = (more: Partial<FieldSetting>): void => setSetting({ ...setting, ...more });
  const isWhole = fieldSetting.safeParse(setting).success;
  const save = async (): Promise<void> => {
    if ((await request.send('field:save', { fieldId: field?.id ?? null, setting })) === null) return;
    request.say({ kind: 'note', text: fill(words.fieldSaved, { name: setting.name[language].trim() }) });
    onClose();
  };
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={isWhole}
      onSave={save}
      size="lg"
      title={field === null ? words.addField : words.editField}
      onClose={onClose}
    >
      <InBoth
        label={words.fieldName}
        value={setting.name}
        language={language}
        onChange={(name) => change({ name })}
      />
      <InBoth
        label={words.fieldDescription}
        value={setting.description}
        language={language}
        onChange={(description) => change({ description })}
      />
      <div className="manage-grid">
        <TextInput
          size="md"
          label={words.prefix}
          description={words.prefixHelp}
          value={setting.prefix}
          maxLength={2}
          onChange={(event) => change({ prefix: event.currentTarget.value.toUpperCase() })}
        />
        <NumberInput
          size="md"
          label={words.serviceMinutes}
          description={words.serviceMinutesHelp}
          value={setting.serviceMs / minute}
          min={1}
          max={240}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => change({ serviceMs: Number(value) * minute })}
        />
        <ColorInput
          size="md"
          label={words.colour}
          value={setting.colour}
          format="hex"
          swatches={[...new Set(view.fields.map(({ colour }) => colour))]}
          onChange={(colour) => change({ colour })}
        />
        <NativeSelect
          size="md"
          label={words.icon}
          data={fieldIcons.map((icon) => ({ value: icon, label: words[`icon_${icon}`] }))}
          value={setting.icon}
          onChange={(event) => change({ icon: event.currentTarget.value as FieldSetting['icon'] })}
        />
      </div>
    </FormDialog>
  );
}
