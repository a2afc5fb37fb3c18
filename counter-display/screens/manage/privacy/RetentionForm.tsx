import { NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { retentionLimits } from '../../../../shared/contract/settings.ts';
import type { Retention } from '../../../../shared/contract/settings.ts';
import { retentionWords } from '../../../../shared/i18n/screens/retention.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';

/** How long things are kept. */
export function RetentionForm({ view, request, language, disabled }: Part): ReactNode {
  const words = retentionWords[language];
  const { shown: retention, isEdited, edit, saved } = useEdited<Retention>(view.retention, request);
  const save = (): void => void saved(request.send('office:setRetention', { retention }), words.saved);
  const days = (key: keyof Retention, label: string, description?: string): ReactNode => (
    <NumberInput
      label={label}
      description={description}
      allowDecimal={false}
      clampBehavior="blur"
      value={retention[key]}
      min={retentionLimits[key]}
      max={retentionLimits.most}
      onChange={(value) => edit({ ...retention, [key]: Number(value) || retentionLimits[key] })}
    />
  );
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="manage-soft">{words.help}</p>
      <Stack>
        <div className="manage-grid">
          {days('templatesDays', words.templates, words.sinceVisit)}
          {days('visitorsDays', words.visitors, words.sinceVisit)}
          {days('textsDays', words.texts)}
          {days('recognitionsDays', words.recognitions)}
          {days('auditDays', words.audit)}
        </div>
        <SaveButton language={language} disabled={disabled} isReady={isEdited} onSave={save} />
      </Stack>
    </section>
  );
}
