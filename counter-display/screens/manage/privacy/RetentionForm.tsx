import { Button, Group, NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { retentionLimits } from '../../../../shared/contract/settings.ts';
import type { Retention } from '../../../../shared/contract/settings.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { retentionWords } from '../../../../shared/i18n/screens/retention.ts';
import type { Part } from '../part.ts';

/** How long things are kept. */
export function RetentionForm({ view, request, language, disabled }: Part): ReactNode {
  const words = retentionWords[language];
  const [edited, setEdited] = useState<Retention | null>(null);
  const retention = edited ?? view.retention;
  const save = async (): Promise<void> => {
    if ((await request.send('office:setRetention', { retention })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: words.saved });
  };
  const days = (key: keyof Retention, label: string, description?: string): ReactNode => (
    <NumberInput
      label={label}
      description={description}
      allowDecimal={false}
      clampBehavior="blur"
      value={retention[key]}
      min={retentionLimits[key]}
      max={retentionLimits.most}
      onChange={(value) => setEdited({ ...retention, [key]: Number(value) || retentionLimits[key] })}
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
        <Group>
          <Button disabled={disabled || edited === null} onClick={() => void save()}>
            {manageWords[language].save}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
