import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Hours as HoursSetting } from '../../../../shared/contract/settings.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import { HoursForm } from '../hours/HoursForm.tsx';
import type { Editing } from './Step.tsx';

type Week = HoursSetting['week'];

const morning = { fromMinute: 8 * 60, toMinute: 11 * 60 + 30 };
const afternoon = { fromMinute: 13 * 60 + 30, toMinute: 17 * 60 };
const weekOf = (saturday: (typeof morning)[]): Week => [
  ...Array.from({ length: 5 }, () => [morning, afternoon]),
  saturday,
  [],
];
const presets = {
  officeHours: weekOf([]),
  officeHoursSaturday: weekOf([morning]),
  alwaysOpen: null,
} as const satisfies Record<string, Week>;

/** Hours at one press, and the form to change them. */
export function Hours(part: Editing): ReactNode {
  const { view, request, language, disabled } = part;
  const words = assistantWords[language];
  const set = async (name: keyof typeof presets): Promise<void> => {
    const hours = { ...view.hours, week: presets[name] };
    if ((await request.send('office:setHours', { hours })) === null) return;
    request.say({ kind: 'note', text: fill(words.hoursSet, { name: words[name] }) });
  };
  return (
    <>
      <section aria-label={words.presets}>
        <h3>{words.presets}</h3>
        <Group mt="xs">
          {(['officeHours', 'officeHoursSaturday', 'alwaysOpen'] as const).map((name) => (
            <Button key={name} size="md" variant="default" disabled={disabled} onClick={() => void set(name)}>
              {words[name]}
            </Button>
          ))}
        </Group>
      </section>
      <HoursForm key={JSON.stringify(view.hours.week)} {...part} />
    </>
  );
}
