import { Alert, NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';
import type { HoursText, WrongHours } from './form.ts';
import { hoursOf, hoursText } from './form.ts';
import { OpeningNow } from './OpeningNow.tsx';
import { SpecialDays } from './SpecialDays.tsx';
import { Week } from './Week.tsx';

/** When numbers are given. */
export function HoursForm({
  view,
  request,
  language,
  disabled,
  now,
  onEdited,
}: Part & {
  readonly now: () => number;
  readonly onEdited?: (isEdited: boolean) => void;
}): ReactNode {
  const words = manageOfficeWords[language];
  const { shown: text, isEdited, edit, saved } = useEdited<HoursText>(hoursText(view.hours), request);
  const [wrong, setWrong] = useState<WrongHours | null>(null);
  useEffect(() => onEdited?.(isEdited), [isEdited, onEdited]);
  const change = (next: HoursText): void => {
    edit(next);
    setWrong(null);
  };
  const save = (): void => {
    const read = hoursOf(text, businessDayOf(now(), view.office.timeZone));
    if ('wrong' in read) setWrong(read.wrong);
    else void saved(request.send('office:setHours', { hours: read.hours }), words.hoursSaved);
  };
  return (
    <section>
      <div className="manage-title">
        <h2>{words.hours}</h2>
        <OpeningNow opening={view.opening} timeZone={view.office.timeZone} language={language} />
      </div>
      <p className="manage-soft">{words.hoursHelp}</p>
      <Stack>
        <Week text={text} onChange={change} language={language} />
        <SpecialDays
          days={text.specialDays}
          onChange={(specialDays) => change({ ...text, specialDays })}
          language={language}
        />
        <NumberInput
          label={words.lastTicket}
          description={words.lastTicketHelp}
          value={text.lastTicketMinutes}
          min={0}
          max={480}
          allowDecimal={false}
          clampBehavior="strict"
          maw={420}
          onChange={(value) => change({ ...text, lastTicketMinutes: Number(value) || 0 })}
        />
        {wrong !== null && (
          <Alert role="alert" color="red" variant="light">
            {words[wrong]}
          </Alert>
        )}
        <SaveButton language={language} disabled={disabled} isReady={isEdited} onSave={save} />
      </Stack>
    </section>
  );
}
