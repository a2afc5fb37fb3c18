import { Badge, Button, Group } from '@mantine/core';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AssistantOutcome, AssistantStep } from '../../../../shared/contract/views/assistant.ts';
import { assistantSteps } from '../../../../shared/contract/views/assistant.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import type { TimedPart } from './Step.tsx';
import { Step } from './Step.tsx';
import { Summary } from './Summary.tsx';
import { outcomeOf, stepBeside, stepToTakeUp } from './steps.ts';

const colours = { done: 'green', skipped: 'gray', failed: 'red' } as const;

/** Whether a press is not the second half of a double one, which would do something to the step after. */
const once = ({ detail }: MouseEvent): boolean => detail < 2;

/**
 * Leads a manager through what a new office needs. Each step is kept by itself as soon as it is saved, so it can be left
 * at any moment and taken up again where it was.
 */
export function Assistant(part: TimedPart): ReactNode {
  const { view, request, language, disabled } = part;
  const words = assistantWords[language];
  const [step, setStep] = useState<AssistantStep>(() => stepToTakeUp(view.assistant));
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Whoever reads by ear hears that it is another step; not on opening, where the tab was chosen.
    if (shown.current !== step) title.current?.focus();
    shown.current = step;
  }, [step]);
  const [edited, setEdited] = useState<ReadonlySet<AssistantStep>>(new Set());
  // Steps that were open stay as they were left, also with what is not saved.
  const [opened, setOpened] = useState<readonly AssistantStep[]>([step]);
  const show = (to: AssistantStep): void => {
    setOpened((before) => (before.includes(to) ? before : [...before, to]));
    setStep(to);
  };
  const mark = async (outcome: AssistantOutcome): Promise<void> => {
    if (outcome === 'done' && edited.has(step)) return request.say({ kind: 'trouble', text: words.unsaved });
    if (outcomeOf(view.assistant, step) !== outcome)
      if ((await request.send('assistant:mark', { step, outcome })) === null) return undefined;
    if (outcome !== 'failed') show(stepBeside(step, 1) ?? step);
    return undefined;
  };
  const go = (to: AssistantStep): void => {
    request.say(null);
    show(to);
  };
  const before = stepBeside(step, -1);
  const isEnd = step === 'end';
  return (
    <div className="assistant">
      <StepList {...part} step={step} onOpen={go} />
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
        {opened.map((one) => (
          <div key={one} className="assistant-part" hidden={one !== step}>
            {one === 'end' ? (
              <Summary {...part} onOpen={go} />
            ) : (
              <StepOf
                {...part}
                step={one}
                onTried={(worked) => void mark(worked ? 'done' : 'failed')}
                onEdited={setEdited}
              />
            )}
          </div>
        ))}
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
              <Button
                size="lg"
                variant="default"
                disabled={disabled}
                onClick={(event) => once(event) && void mark('skipped')}
              >
                {words.skip}
              </Button>
            )}
            <Button size="lg" disabled={disabled} onClick={(event) => once(event) && void mark('done')}>
              {isEnd ? words.finish : words.next}
            </Button>
          </Group>
        </Group>
      </div>
    </div>
  );
}

type ListProps = TimedPart & {
  readonly step: AssistantStep;
  readonly onOpen: (step: AssistantStep) => void;
};

/** Every step with how it went. */
function StepList({ view, language, step, onOpen }: ListProps): ReactNode {
  const words = assistantWords[language];
  return (
    <nav aria-label={words.steps}>
      <ol>
        {assistantSteps.map((one) => {
          const outcome = outcomeOf(view.assistant, one);
          return (
            <li key={one}>
              <button
                type="button"
                aria-current={one === step ? 'step' : undefined}
                onClick={() => onOpen(one)}
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
  );
}

type StepProps = Omit<ComponentProps<typeof Step>, 'onEdited'> & {
  readonly onEdited: (change: (before: ReadonlySet<AssistantStep>) => ReadonlySet<AssistantStep>) => void;
};

/** A step that says of itself whether something in it is not saved. */
function StepOf({ onEdited, ...props }: StepProps): ReactNode {
  const { step } = props;
  const tell = useCallback(
    (isEdited: boolean): void =>
      onEdited((before) => new Set([...before, step].filter((one) => one !== step || isEdited))),
    [onEdited, step],
  );
  return <Step {...props} onEdited={tell} />;
}
