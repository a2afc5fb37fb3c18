import { Badge, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { AssistantOutcome, AssistantStep } from '../../../../shared/contract/views/assistant.ts';
import { assistantSteps } from '../../../../shared/contract/views/assistant.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import type { TimedPart } from './Step.tsx';
import { Step } from './Step.tsx';
import { Summary } from './Summary.tsx';
import { outcomeOf, stepBeside, stepToTakeUp } from './steps.ts';

const colours = { done: 'green', skipped: 'gray', failed: 'red' } as const;

/**
 * Leads a manager through what a new office needs. Each step is kept by itself as soon as it is saved, so it can be left
 * at any moment and taken up again where it was.
 */
export function Assistant(part: TimedPart): ReactNode {
  const { view, request, language, disabled } = part;
  const words = assistantWords[language];
  const [step, setStep] = useState<AssistantStep>(() => stepToTakeUp(view.assistant));
  const title = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // Whoever reads by ear hears that it is another step; not on opening, where the tab was chosen.
    if (!isFirst.current) title.current?.focus();
    isFirst.current = false;
  }, [step]);
  const mark = async (outcome: AssistantOutcome): Promise<void> => {
    if (outcomeOf(view.assistant, step) !== outcome)
      if ((await request.send('assistant:mark', { step, outcome })) === null) return;
    if (outcome !== 'failed') setStep(stepBeside(step, 1) ?? step);
  };
  const go = (to: AssistantStep): void => {
    request.say(null);
    setStep(to);
  };
  const before = stepBeside(step, -1);
  const isEnd = step === 'end';
  return (
    <div className="assistant">
      <nav aria-label={words.steps}>
        <ol>
          {assistantSteps.map((one) => {
            const outcome = outcomeOf(view.assistant, one);
            return (
              <li key={one}>
                <button
                  type="button"
                  aria-current={one === step ? 'step' : undefined}
                  onClick={() => go(one)}
                >
                  <span>{words[`step_${one}`]}</span>
                  {outcome !== null && (
                    <Badge className="manage-badge" color={colours[outcome]} variant="light" c="dark">
                      {words[`outcome_${outcome}`]}
                    </Badge>
                  )}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="assistant-step">
        <header>
          <p className="manage-soft">
            {fill(words.stepOf, { n: assistantSteps.indexOf(step) + 1, all: assistantSteps.length })}
          </p>
          <h2 ref={title} tabIndex={-1}>
            {words[`step_${step}`]}
          </h2>
          <p>{words[`help_${step}`]}</p>
        </header>
        {isEnd ? (
          <Summary {...part} onOpen={go} />
        ) : (
          <Step
            key={step}
            {...part}
            step={step}
            onTried={(worked) => void mark(worked ? 'done' : 'failed')}
          />
        )}
        <Group justify="space-between" className="assistant-end">
          <Button
            size="lg"
            variant="default"
            disabled={before === null}
            onClick={() => before !== null && go(before)}
          >
            {words.back}
          </Button>
          <Group>
            {!isEnd && (
              <Button size="lg" variant="default" disabled={disabled} onClick={() => void mark('skipped')}>
                {words.skip}
              </Button>
            )}
            <Button size="lg" disabled={disabled} onClick={() => void mark('done')}>
              {isEnd ? words.finish : words.next}
            </Button>
          </Group>
        </Group>
      </div>
    </div>
  );
}
