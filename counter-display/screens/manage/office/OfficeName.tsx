import { Button, Group, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import type { Part } from '../part.ts';
import { InBoth, isComplete } from './InBoth.tsx';

/** What the office is called, and where it is. */
export function OfficeName({
  view,
  request,
  language,
  disabled,
  onEdited,
}: Part & { readonly onEdited?: (isEdited: boolean) => void }): ReactNode {
  const words = manageSetUpWords[language];
  const [edited, setEdited] = useState<typeof view.office | null>(null);
  useEffect(() => onEdited?.(edited !== null), [edited, onEdited]);
  const { name, timeZone } = edited ?? view.office;
  // Engines name some zones differently: the one that is set must be on the list.
  const zones = [...new Set([view.office.timeZone, ...Intl.supportedValuesOf('timeZone')])].toSorted();
  const save = async (): Promise<void> => {
    if ((await request.send('office:setName', { name, timeZone })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: words.officeSaved });
  };
  return (
    <section>
      <h2>{words.office}</h2>
      <Stack>
        <div className="manage-grid">
          <InBoth
            label={words.officeName}
            value={name}
            language={language}
            onChange={(next) => setEdited({ name: next, timeZone })}
          />
          <Select
            size="md"
            label={words.timeZone}
            data={zones}
            value={timeZone}
            searchable
            allowDeselect={false}
            onChange={(zone) => zone !== null && setEdited({ name, timeZone: zone })}
          />
        </div>
        <p className="manage-soft">{words.timeZoneHelp}</p>
        <Group>
          <Button disabled={disabled || edited === null || !isComplete(name)} onClick={() => void save()}>
            {manageWords[language].save}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
