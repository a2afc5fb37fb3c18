import { Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import { useEdited } from '../form/useEdited.ts';
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
  const { shown, isEdited, edit, saved } = useEdited(view.office, request);
  useEffect(() => onEdited?.(isEdited), [isEdited, onEdited]);
  const { name, timeZone } = shown;
  // Engines name some zones differently: the one that is set must be on the list.
  const zones = [...new Set([view.office.timeZone, ...Intl.supportedValuesOf('timeZone')])].toSorted();
  const save = (): void => void saved(request.send('office:setName', { name, timeZone }), words.officeSaved);
  return (
    <section>
      <h2>{words.office}</h2>
      <Stack>
        <div className="manage-grid">
          <InBoth
            label={words.officeName}
            value={name}
            language={language}
            onChange={(next) => edit({ name: next, timeZone })}
          />
          <Select
            size="md"
            label={words.timeZone}
            data={zones}
            value={timeZone}
            searchable
            allowDeselect={false}
            onChange={(zone) => zone !== null && edit({ name, timeZone: zone })}
          />
        </div>
        <p className="manage-soft">{words.timeZoneHelp}</p>
        <SaveButton
          language={language}
          disabled={disabled}
          isReady={isEdited && isComplete(name)}
          onSave={save}
        />
      </Stack>
    </section>
  );
}
