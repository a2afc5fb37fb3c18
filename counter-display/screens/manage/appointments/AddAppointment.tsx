import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useState } from 'react';
import { momentOf } from '../../../../shared/domain/localTime.ts';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../../../shared/domain/ids.ts';
import { longestName } from '../../../../shared/domain/name.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { fieldOptions } from '../../staff/fieldNames.ts';
import { readDate, readTime } from '../../staff/when.ts';
import type { Part } from '../part.ts';

/** Enters an appointment that was agreed on by telephone or at a counter. */
export function AddAppointment({
  view,
  request,
  language,
  disabled,
  now,
}: Part & { readonly now: () => number }): ReactNode {
  const words = manageOfficeWords[language];
  const [fieldId, setFieldId] = useState<number>(view.fields[0]?.id ?? 0);
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const [name, setName] = useState('');
  const { timeZone } = view.office;
  const day = readDate(date, businessDayOf(now(), timeZone));
  const minute = readTime(time);
  const add = async (): Promise<void> => {
    if (day === null || minute === null) return;
    const at = momentOf(day as BusinessDay, minute, timeZone);
    const called = name.trim() === '' ? null : name;
    const added = await request.send('appointment:add', { fieldId, at, name: called });
    if (added === null) return;
    setName('');
    request.say({ kind: 'note', text: fill(words.appointmentAdded, { code: added.code }) });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!disabled) void add();
  };
  return (
    <section>
      <h2>{words.addAppointment}</h2>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <NativeSelect
            label={words.field}
            data={fieldOptions(view.fields, language)}
            value={String(fieldId)}
            onChange={(event) => setFieldId(Number(event.currentTarget.value))}
          />
          <TextInput
            w={140}
            label={words.date}
            placeholder="dd/mm/yyyy"
            value={date}
            error={date !== '' && day === null}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            w={90}
            label={words.time}
            placeholder="09:30"
            value={time}
            error={time !== '' && minute === null}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
          <TextInput
            label={words.visitorName}
            placeholder={words.optional}
            value={name}
            maxLength={longestName}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={disabled || day === null || minute === null}>
            {words.add}
          </Button>
        </Group>
      </form>
    </section>
  );
}
