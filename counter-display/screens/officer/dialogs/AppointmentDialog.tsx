import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { personName } from '../../../../shared/contract/schemas.ts';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../../../shared/domain/ids.ts';
import { momentOf } from '../../../../shared/domain/localTime.ts';
import { longestName } from '../../../../shared/domain/name.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import { readDate, readTime } from '../../staff/when.ts';
import { useConsole } from '../console.ts';
import { FieldSelect } from '../parts/FieldSelect.tsx';
import { Form } from './Form.tsx';
import { Shell } from './Shell.tsx';

/** Agrees on a visit; afterwards its code is shown large. */
export function AppointmentDialog(): ReactNode {
  const { view, words, link, request, open } = useConsole();
  const { timeZone } = view.office;
  const [fieldId, setFieldId] = useState<number | null>(view.desk?.fieldIds[0] ?? null);
  const [date, setDate] = useState(() => sayDate(link.now(), timeZone));
  const [time, setTime] = useState('');
  const [name, setName] = useState('');
  const day = readDate(date, businessDayOf(link.now(), timeZone));
  const minute = readTime(time);
  const at = day === null || minute === null ? null : momentOf(day as BusinessDay, minute, timeZone);
  const isPast = at !== null && at <= link.now();
  const nameIsRight = name.trim() === '' || personName.safeParse(name).success;
  const send = async (): Promise<void> => {
    if (fieldId === null || at === null) return;
    const input = { fieldId, at, name: name.trim() === '' ? null : name };
    const added = await request.send('appointment:add', input);
    if (added !== null) open({ kind: 'code', code: added.code, at, fieldId });
  };
  return (
    <Shell title={words.appointmentTitle}>
      <Form
        send={words.addAppointment}
        isComplete={fieldId !== null && at !== null && !isPast && nameIsRight}
        onSend={() => void send()}
      >
        <FieldSelect label={words.field} focusFirst value={fieldId} onChange={setFieldId} />
        <div className="dialog-pair">
          <TextInput
            label={words.date}
            value={date}
            onChange={({ currentTarget: { value } }) => setDate(value)}
            error={day === null && date.trim() !== '' ? words.badDate : null}
            autoComplete="off"
          />
          <TextInput
            label={words.time}
            placeholder="9:30"
            value={time}
            onChange={({ currentTarget: { value } }) => setTime(value)}
            error={timeTrouble(words, time, minute, isPast)}
            autoComplete="off"
          />
        </div>
        <TextInput
          label={words.visitorName}
          value={name}
          maxLength={longestName}
          onChange={({ currentTarget: { value } }) => setName(value)}
          error={nameIsRight ? null : words.badName}
          autoComplete="off"
        />
      </Form>
    </Shell>
  );
}

function timeTrouble(
  words: { readonly badTime: string; readonly momentPast: string },
  typed: string,
  minute: number | null,
  isPast: boolean,
): string | null {
  if (minute === null) return typed.trim().length < 3 ? null : words.badTime;
  return isPast ? words.momentPast : null;
}
