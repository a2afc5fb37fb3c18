import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { weekdayName } from '../../../../shared/i18n/time.ts';
import type { HoursText } from './form.ts';
import { Spans } from './Spans.tsx';

type Props = {
  readonly text: HoursText;
  readonly onChange: (text: HoursText) => void;
  readonly language: Language;
};

/** The ordinary week, or no closing at all. */
export function Week({ text, onChange, language }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const { week } = text;
  const copyMonday = (): void =>
    onChange({ ...text, week: week.map((spans, day) => (day >= 1 && day <= 4 ? (week[0] ?? []) : spans)) });
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="md"
        aria-label={words.hours}
        data={[
          { value: 'always', label: words.alwaysOpen },
          { value: 'week', label: words.byWeek },
        ]}
        value={text.alwaysOpen ? 'always' : 'week'}
        onChange={(value) => onChange({ ...text, alwaysOpen: value === 'always' })}
      />
      {!text.alwaysOpen && (
        <>
          <dl className="manage-week">
            {week.map((spans, day) => (
              <div key={day}>
                <dt>{weekdayName(day + 1, language)}</dt>
                <dd>
                  <Spans
                    day={weekdayName(day + 1, language)}
                    spans={spans}
                    language={language}
                    onChange={(next) =>
                      onChange({ ...text, week: week.map((old, i) => (i === day ? next : old)) })
                    }
                  />
                </dd>
              </div>
            ))}
          </dl>
          <Group>
            <Button variant="default" onClick={copyMonday}>
              {words.copyMonday}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
