import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AssistantStep } from '../../../../shared/contract/views/assistant.ts';
import { assistantSteps } from '../../../../shared/contract/views/assistant.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import type { TimedPart } from './Step.tsx';
import { outcomeOf } from './steps.ts';

type Props = TimedPart & { readonly onOpen: (step: AssistantStep) => void };

/** What was done and what is left, each with the way to it. */
export function Summary({ view, language, onOpen }: Props): ReactNode {
  const words = assistantWords[language];
  const left = assistantSteps.filter((step) => step !== 'end' && outcomeOf(view.assistant, step) !== 'done');
  const missing = [
    ...(view.officers.some(({ role, hasPassword }) => role === 'officer' && hasPassword)
      ? []
      : [words.noPasswords]),
    ...(view.devices.length === 0 ? [words.noDisplays] : []),
  ];
  return (
    <section>
      {left.length === 0 && missing.length === 0 ? (
        <Alert role="status" color="green" variant="light">
          {words.ready}
        </Alert>
      ) : (
        <>
          <h3>{words.left}</h3>
          <ul className="assistant-left">
            {left.map((step) => (
              <li key={step}>
                <span>
                  <b>{words[`step_${step}`]}</b> ·{' '}
                  {words[`outcome_${outcomeOf(view.assistant, step) ?? 'none'}`]}
                </span>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`${words.takeUp}: ${words[`step_${step}`]}`}
                  onClick={() => onOpen(step)}
                >
                  {words.takeUp}
                </Button>
              </li>
            ))}
            {missing.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
