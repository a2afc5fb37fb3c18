import { Button, Checkbox, Group, NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Rules } from '../../../../shared/contract/settings.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { Part } from '../part.ts';

const minuteMs = 60_000;

/** How the line is called. */
export function RulesForm({ view, request, language, disabled }: Part): ReactNode {
  const words = manageOfficeWords[language];
  const [edited, setEdited] = useState<Rules | null>(null);
  // How priority is mixed in is set by itself, beside its classes.
  const rules = { ...(edited ?? view.rules), oneOfEvery: view.rules.oneOfEvery };
  const change = (more: Partial<Rules>): void => setEdited({ ...rules, ...more });
  const save = async (): Promise<void> => {
    if ((await request.send('office:setRules', { rules })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: words.rulesSaved });
  };
  const whole = { allowDecimal: false, clampBehavior: 'strict' } as const;
  const limit = (key: 'openPerVisitor' | 'dailyPerVisitor'): ReactNode => (
    <NumberInput
      {...whole}
      label={words[key]}
      description={words.noLimit}
      value={rules[key] ?? ''}
      min={1}
      max={99}
      onChange={(value) => change({ [key]: value === '' ? null : Number(value) })}
    />
  );
  const minutes = (key: 'coolDownMs' | 'lateToleranceMs', label: string, max: number): ReactNode => (
    <NumberInput
      {...whole}
      label={label}
      value={Math.round(rules[key] / minuteMs)}
      min={0}
      max={max}
      onChange={(value) => change({ [key]: (Number(value) || 0) * minuteMs })}
    />
  );
  return (
    <section>
      <h2>{words.rules}</h2>
      <Stack>
        <div className="manage-grid">
          <NumberInput
            {...whole}
            label={words.maxCalls}
            value={rules.maxCalls}
            min={1}
            max={9}
            onChange={(value) => change({ maxCalls: Number(value) || 1 })}
          />
          {minutes('coolDownMs', words.coolDown, 60)}
          {minutes('lateToleranceMs', words.lateTolerance, 240)}
          {limit('openPerVisitor')}
          {limit('dailyPerVisitor')}
        </div>
        <Checkbox
          label={words.keepParked}
          checked={rules.keepParked}
          onChange={(event) => change({ keepParked: event.currentTarget.checked })}
        />
        <Group>
          <Button disabled={disabled || edited === null} onClick={() => void save()}>
            {manageWords[language].save}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
