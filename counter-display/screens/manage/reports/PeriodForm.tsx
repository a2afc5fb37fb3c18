import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useState } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { BusinessDay } from '../../../../shared/domain/ids.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import { readDate } from '../../staff/when.ts';
import type { Range } from './ranges.ts';
import { periods, rangeOf } from './ranges.ts';

/** Which days the report is of: a usual period, or days typed. Begins with this month. */
export function PeriodForm({
  today,
  range,
  language,
  disabled,
  onRange,
}: {
  readonly today: BusinessDay;
  readonly range: Range;
  readonly language: Language;
  readonly disabled: boolean;
  readonly onRange: (range: Range) => void;
}): ReactNode {
  const words = reportWords[language];
  const [from, setFrom] = useState(writeDay(range.from));
  const [to, setTo] = useState(writeDay(range.to));
  const [period, setPeriod] = useState('month');
  const typed = { from: readDate(from, today), to: readDate(to, today) };
  const choose = (next: Range): void => {
    setFrom(writeDay(next.from));
    setTo(writeDay(next.to));
    onRange(next);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed.from !== null && typed.to !== null && !disabled)
      onRange({ from: typed.from as BusinessDay, to: typed.to as BusinessDay });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <NativeSelect
          label={words.period}
          value={period}
          disabled={disabled}
          data={[
            { value: 'own', label: words.own },
            ...periods.map((value) => ({ value, label: words[value] })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setPeriod(value);
            const chosen = periods.find((one) => one === value);
            if (chosen !== undefined) choose(rangeOf(chosen, today));
          }}
        />
        {(
          [
            [words.from, from, setFrom, typed.from],
            [words.to, to, setTo, typed.to],
          ] as const
        ).map(([label, value, set, day]) => (
          <TextInput
            key={label}
            w={140}
            label={label}
            placeholder="dd/mm/yyyy"
            value={value}
            error={day === null}
            onChange={(event) => {
              setPeriod('own');
              set(event.currentTarget.value);
            }}
          />
        ))}
        <Button type="submit" disabled={disabled || typed.from === null || typed.to === null}>
          {words.show}
        </Button>
      </Group>
    </form>
  );
}
