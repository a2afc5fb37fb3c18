import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { DayText } from './form.ts';
import { Spans } from './Spans.tsx';

type Props = {
  readonly days: readonly DayText[];
  readonly onChange: (days: readonly DayText[]) => void;
  readonly language: Language;
};

/** Holidays, and days worked in their place. */
export function SpecialDays({ days, onChange, language }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const change = (place: number, more: Partial<DayText>): void =>
    onChange(days.map((day, i) => (i === place ? { ...day, ...more } : day)));
  return (
    <Stack gap="sm">
      <h3>{words.specialDays}</h3>
      <p className="manage-soft">{words.specialDaysHelp}</p>
      {days.map((day, place) => (
        <Group key={place} align="flex-end" gap="sm" className="manage-day">
          <TextInput
            w={130}
            placeholder="dd/mm/yyyy"
            label={words.day}
            value={day.day}
            onChange={(event) => change(place, { day: event.currentTarget.value })}
          />
          <TextInput
            label={words.dayName}
            value={day.vi}
            maxLength={300}
            onChange={(event) => change(place, { vi: event.currentTarget.value })}
          />
          <TextInput
            label={words.dayNameEn}
            value={day.en}
            maxLength={300}
            onChange={(event) => change(place, { en: event.currentTarget.value })}
          />
          <Spans
            day={day.vi}
            spans={day.spans}
            language={language}
            onChange={(spans) => change(place, { spans })}
          />
          <Button
            variant="default"
            aria-label={fill(words.removeDay, { day: day.vi })}
            onClick={() => onChange(days.filter((_, i) => i !== place))}
          >
            ×
          </Button>
        </Group>
      ))}
      <Group>
        <Button variant="default" onClick={() => onChange([...days, { day: '', vi: '', en: '', spans: [] }])}>
          {words.addDay}
        </Button>
      </Group>
    </Stack>
  );
}
