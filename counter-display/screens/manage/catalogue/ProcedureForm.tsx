import { Checkbox, NativeSelect, NumberInput, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ProcedureRow, ProcedureSetting } from '../../../../shared/contract/procedure.ts';
import { procedureSetting } from '../../../../shared/contract/procedure.ts';
import type { FieldId } from '../../../../shared/domain/ids.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { catalogueWords } from '../../../../shared/i18n/screens/manageCatalogue.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { linesOf } from '../lines.ts';
import { InBoth } from '../office/InBoth.tsx';
import type { Part } from '../part.ts';
import type { LimitText } from './setting.ts';
import { blankProcedure, limitFrom, limitKinds, limitText, settingOf } from './setting.ts';

type Props = Part & {
  /** Null: a new one. */
  readonly procedure: ProcedureRow | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
};

/** Describes a procedure; what was done or received under it keeps to it. */
export function ProcedureForm({
  view,
  procedure,
  request,
  language,
  disabled,
  onSaved,
  onClose,
}: Props): ReactNode {
  const words = catalogueWords[language];
  const [first] = view.fields;
  const [setting, setSetting] = useState<ProcedureSetting>(
    procedure === null ? blankProcedure(first?.id ?? (0 as FieldId)) : settingOf(procedure),
  );
  const [limit, setLimit] = useState(limitText(setting.limit));
  const [papers, setPapers] = useState(setting.papers.join('\n'));
  const change = (more: Partial<ProcedureSetting>): void => setSetting({ ...setting, ...more });
  const whole = procedureSetting.safeParse({
    ...setting,
    limit: limitFrom(limit),
    papers: linesOf(papers),
  });
  const save = async (): Promise<void> => {
    if (!whole.success) return;
    const input = { key: procedure?.key ?? null, revision: procedure?.revision ?? 0, setting: whole.data };
    if ((await request.send('procedure:save', input)) === null) return;
    onSaved();
    if (procedure === null)
      request.say({ kind: 'note', text: fill(words.saved, { name: setting.name[language] }) });
    onClose();
  };
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={whole.success}
      onSave={save}
      size="lg"
      title={procedure === null ? words.add : words.editTitle}
      onClose={onClose}
    >
      <InBoth
        label={words.name}
        value={setting.name}
        language={language}
        onChange={(name) => change({ name })}
      />
      <div className="manage-grid">
        <NativeSelect
          size="md"
          label={words.field}
          value={setting.fieldId}
          data={view.fields.map(({ id, name }) => ({ value: String(id), label: name[language] }))}
          onChange={({ currentTarget: { value } }) => change({ fieldId: Number(value) as FieldId })}
        />
        <TextInput
          size="md"
          label={words.officialCode}
          value={setting.officialCode}
          maxLength={30}
          onChange={({ currentTarget: { value } }) => change({ officialCode: value.trim() })}
        />
      </div>
      <LimitInput text={limit} language={language} onChange={setLimit} />
      <TextInput
        size="md"
        label={words.fee}
        description={words.feeMore}
        value={setting.fee}
        maxLength={300}
        onChange={({ currentTarget: { value } }) => change({ fee: value })}
      />
      <Textarea
        size="md"
        label={words.papers}
        description={words.papersMore}
        autosize
        minRows={3}
        maxRows={8}
        value={papers}
        maxLength={6_000}
        onChange={({ currentTarget: { value } }) => setPapers(value)}
      />
      <Checkbox
        label={words.shown}
        description={words.shownMore}
        checked={setting.shown}
        onChange={({ currentTarget: { checked } }) => change({ shown: checked })}
      />
    </FormDialog>
  );
}

type LimitProps = Pick<Part, 'language'> & {
  readonly text: LimitText;
  readonly onChange: (text: LimitText) => void;
};

function LimitInput({ text, language, onChange }: LimitProps): ReactNode {
  const words = catalogueWords[language];
  const isCounted = ['workingHours', 'workingDays', 'days'].includes(text.kind);
  return (
    <div className="manage-grid catalogue-limit">
      <NativeSelect
        size="md"
        label={words.limit}
        value={text.kind}
        data={limitKinds.map((value) => ({ value, label: words[`limit_${value}`] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...text, kind: limitKinds.find((kind) => kind === value) ?? 'none' })
        }
      />
      {isCounted && (
        <NumberInput
          size="md"
          label={words.limitNumber}
          value={text.n}
          min={0}
          max={1000}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => onChange({ ...text, n: value === '' ? '' : Number(value) })}
        />
      )}
      {text.kind === 'sameDay' && (
        <TextInput
          size="md"
          label={words.cutoff}
          description={words.cutoffMore}
          placeholder="15:00"
          value={text.before}
          maxLength={5}
          onChange={({ currentTarget: { value } }) => onChange({ ...text, before: value })}
        />
      )}
    </div>
  );
}
