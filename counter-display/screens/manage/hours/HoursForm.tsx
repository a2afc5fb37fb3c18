import { Alert, Button, Group, NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { Part } from '../part.ts';
import type { HoursText, WrongHours } from './form.ts';
import { hoursOf, hoursText } from './form.ts';
import { OpeningNow } from './OpeningNow.tsx';
import { SpecialDays } from './SpecialDays.tsx';
import { Week } from './Week.tsx';

/** When numbers are given. What is typed stays until it is saved, whatever views come meanwhile. */
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
  const [edited, setEdited] = useState<HoursText | null>(null);
  const [wrong, setWrong] = useState<WrongHours | null>(null);
  useEffect(() => onEdited?.(edited !== null), [edited, onEdited]);
  const text = edited ?? hoursText(view.hours);
  const change = (next: HoursText): void => {
    setEdited(next);
    setWrong(null);
  };
  const save = async (): Promise<void> => {
    const read = hoursOf(text, businessDayOf(now(), view.office.timeZone));
    if ('wrong' in read) return setWrong(read.wrong);
    if ((await request.send('office:setHours', { hours: read.hours })) === null) return undefined;
    setEdited(null);
    return request.say({ kind: 'note', text: words.hoursSaved });
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
        <Group>
          <Button disabled={disabled || edited === null} onClick={() => void save()}>
            {manageWords[language].save}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
