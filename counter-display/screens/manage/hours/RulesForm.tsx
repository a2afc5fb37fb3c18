import { Checkbox, NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Rules } from '../../../../shared/contract/settings.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';

const minuteMs = 60_000;

/** How the line is called. */
export function RulesForm({ view, request, language, disabled }: Part): ReactNode {
  const words = manageOfficeWords[language];
  const { shown, isEdited, edit, saved } = useEdited<Rules>(view.rules, request);
  // How priority is mixed in is set by itself, beside its classes.
  const rules = { ...shown, oneOfEvery: view.rules.oneOfEvery };
  const change = (more: Partial<Rules>): void => edit({ ...rules, ...more });
  const save = (): void => void saved(request.send('office:setRules', { rules }), words.rulesSaved);
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
        <SaveButton language={language} disabled={disabled} isReady={isEdited} onSave={save} />
      </Stack>
    </section>
  );
}
