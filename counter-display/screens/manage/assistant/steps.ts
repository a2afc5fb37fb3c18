import type { AssistantOutcome, AssistantStep } from '../../../../shared/contract/views/assistant.ts';
import { assistantSteps } from '../../../../shared/contract/views/assistant.ts';
import type { View } from '../../../../shared/contract/views.ts';

type Marks = View<'manage'>['assistant'];

/** How a step went; null: nobody has been to it. */
export const outcomeOf = (marks: Marks, step: AssistantStep): AssistantOutcome | null =>
  marks.find((mark) => mark.step === step)?.outcome ?? null;

/** Whether the office was gone through to the end. */
export const isReady = (marks: Marks): boolean => outcomeOf(marks, 'end') !== null;

/** Where whoever comes back goes on: the first step that nobody has been to; after the end, the summary. */
export function stepToTakeUp(marks: Marks): AssistantStep {
  if (isReady(marks)) return 'end';
  return assistantSteps.find((step) => outcomeOf(marks, step) === null) ?? 'end';
}

/** The step before or after another; the first and the last have none. */
export const stepBeside = (step: AssistantStep, by: -1 | 1): AssistantStep | null =>
  assistantSteps[assistantSteps.indexOf(step) + by] ?? null;
