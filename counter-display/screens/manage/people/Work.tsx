import { Checkbox, Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import type { FieldId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { sayField } from '../../staff/fieldNames.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly officer: View<'manage'>['officers'][number];
  readonly onClose: () => void;
};

const ranks = [1, 2, 3];

/** Which fields an officer serves, which first, and whether out of turn. */
export function Work({ view, officer, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const [rankOf, setRankOf] = useState<ReadonlyMap<FieldId, number>>(
    new Map(officer.fields.map(({ fieldId, rank }) => [fieldId, rank])),
  );
  const [mayPick, setMayPick] = useState(officer.mayPick);
  const setRank = (fieldId: FieldId, rank: number): void => {
    const next = new Map(rankOf);
    if (rank === 0) next.delete(fieldId);
    else next.set(fieldId, rank);
    setRankOf(next);
  };
  const save = async (): Promise<void> => {
    const fields = [...rankOf].map(([fieldId, rank]) => ({ fieldId, rank }));
    if ((await request.send('officer:setWork', { officerId: officer.id, fields, mayPick })) === null) return;
    request.say({ kind: 'note', text: fill(words.workSaved, { name: officer.name }) });
    onClose();
  };
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole
      onSave={save}
      size="lg"
      title={`${words.work} · ${officer.name}`}
      onClose={onClose}
    >
      <p className="manage-soft">{words.workHelp}</p>
      {view.fields.map((field) => (
        <Group key={field.id} justify="space-between" wrap="nowrap">
          <span>{sayField(field, language)}</span>
          <NativeSelect
            aria-label={`${words.work}: ${field.name[language]}`}
            data={[
              { value: '0', label: words.notServed },
              ...ranks.map((rank) => ({ value: String(rank), label: fill(words.rankN, { n: rank }) })),
            ]}
            value={String(rankOf.get(field.id) ?? 0)}
            onChange={(event) => setRank(field.id, Number(event.currentTarget.value))}
          />
        </Group>
      ))}
      <Checkbox
        label={words.mayPick}
        checked={mayPick}
        onChange={(event) => setMayPick(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
