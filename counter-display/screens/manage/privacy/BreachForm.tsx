import { Group, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BreachView } from '../../../../shared/contract/views/privacy.ts';
import { businessDayOf, minuteOfDay } from '../../../../shared/domain/calendar.ts';
import type { BusinessDay } from '../../../../shared/domain/ids.ts';
import { momentOf } from '../../../../shared/domain/localTime.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import { writeTime } from '../../../../shared/domain/timeOfDay.ts';
import { readDate, readTime } from '../../staff/when.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { Timed } from './Privacy.tsx';

type Props = Timed & { readonly breach: BreachView | null; readonly onClose: () => void };

/** Enters a breach, or adds to what is known of one. */
export function BreachForm({ breach, onClose, view, request, language, disabled, now }: Props): ReactNode {
  const words = managePrivacyWords[language];
  const { timeZone } = view.office;
  const today = businessDayOf(now(), timeZone);
  const [date, setDate] = useState(() => writeDay(today));
  const [time, setTime] = useState(() => writeTime(minuteOfDay(now(), timeZone)));
  const [facts, setFacts] = useState({
    what: breach?.facts.what ?? '',
    data: breach?.facts.data ?? '',
    people: String(breach?.facts.people ?? ''),
    measures: breach?.facts.measures ?? '',
  });
  const [day, minute] = [readDate(date, today), readTime(time)];
  const noticedAt =
    breach?.noticedAt ??
    (day === null || minute === null ? null : momentOf(day as BusinessDay, minute, timeZone));
  const isWhole = facts.what.trim() !== '' && facts.data.trim() !== '' && noticedAt !== null;
  const save = async (): Promise<void> => {
    if (noticedAt === null) return;
    const people = /^\d{1,8}$/u.test(facts.people.trim()) ? Number(facts.people) : null;
    const said = { ...facts, people };
    const done =
      breach === null
        ? await request.send('breach:add', { noticedAt, facts: said })
        : await request.send('breach:change', { breachId: breach.id, facts: said, step: null });
    if (done === null) return;
    onClose();
    request.say({ kind: 'note', text: words.breachSaved });
  };
  const text = (key: 'what' | 'data' | 'measures', label: string): ReactNode => (
    <Textarea
      label={label}
      value={facts[key]}
      maxLength={1000}
      autosize
      minRows={2}
      onChange={(event) => setFacts({ ...facts, [key]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      isWhole={isWhole}
      onSave={save}
      size="lg"
      title={breach === null ? words.addBreach : words.breachEdit}
      onClose={onClose}
    >
      {breach === null && (
        <Group align="flex-start">
          <TextInput
            label={words.noticedDate}
            value={date}
            error={noticedAt === null ? words.wrongTime : null}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            label={words.noticedTime}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        </Group>
      )}
      {text('what', words.breachWhat)}
      {text('data', words.breachData)}
      <TextInput
        label={words.breachPeople}
        value={facts.people}
        inputMode="numeric"
        maxLength={8}
        onChange={(event) => setFacts({ ...facts, people: event.currentTarget.value })}
      />
      {text('measures', words.breachMeasures)}
    </FormDialog>
  );
}
