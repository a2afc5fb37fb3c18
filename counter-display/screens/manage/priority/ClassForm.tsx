import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { prioritySetting } from '../../../../shared/contract/procedure.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { priorityWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { InBoth } from '../office/InBoth.tsx';
import type { Part } from '../part.ts';
import type { PriorityRow } from './Classes.tsx';

type Props = Part & {
  /** Null: a new one. */
  readonly row: PriorityRow | null;
  /** @param before how one that was there had been. */
  readonly onSaved: (before: PriorityRow) => void;
  readonly onClose: () => void;
};

/** Describes a class of priority. */
export function ClassForm({ row, request, language, disabled, onSaved, onClose }: Props): ReactNode {
  const words = priorityWords[language];
  const [name, setName] = useState(row?.name ?? { vi: '', en: '' });
  const [asked, setAsked] = useState(row?.asked ?? true);
  const read = prioritySetting.safeParse({ name, asked });
  const save = async (): Promise<void> => {
    if (!read.success) return;
    const input = { code: row?.code ?? null, setting: read.data };
    if ((await request.send('priority:save', input)) === null) return;
    if (row === null) request.say({ kind: 'note', text: fill(words.saved, { name: name[language].trim() }) });
    else onSaved(row);
    onClose();
  };
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={read.success}
      onSave={save}
      size="lg"
      title={row === null ? words.add : words.edit}
      onClose={onClose}
    >
      <InBoth label={words.name} value={name} language={language} onChange={setName} />
      <Checkbox
        label={words.asked}
        description={words.askedMore}
        checked={asked}
        onChange={({ currentTarget: { checked } }) => setAsked(checked)}
      />
    </FormDialog>
  );
}
