import type { Event, Step } from './events.ts';
import type { MineEnd } from './mineTypes.ts';
import { greet } from './recognising.ts';
import { enter, stay } from './step.ts';
import type { State } from './types.ts';
import { allFields, notRegistering } from './visitors.ts';

type Answered = Extract<Event, { kind: 'mineAnswered' }>['answer'];

/** Why the server would not, as the visitor is told. After a wrong date nobody may try again at once. */
function failure(answer: Extract<Answered, { kind: 'failed' }>): MineEnd {
  const { problem } = answer;
  const code = problem.kind === 'refused' ? problem.code : null;
  if (code === 'questionExpired') return { kind: 'wrong' };
  return { kind: code === 'tooYoung' ? 'tooYoung' : 'failed' };
}

function endOf(answer: Exclude<Answered, { kind: 'opened' }>, state: State): MineEnd {
  switch (answer.kind) {
    case 'failed':
      return failure(answer);
    case 'done':
      return { kind: state.stage.at === 'mineForget' ? state.stage.what : 'corrected' };
    case 'asked':
      return answer;
    default:
      return { kind: answer.kind };
  }
}

/** Who agrees goes on as ever; who does not goes on without a face, and nobody is kept from a number. */
function onConsent(state: State, answer: Answered): Step {
  const { stage } = state;
  if (stage.at !== 'consentAgain') return stay(state);
  // An agreement that did not reach the server is asked for at the next visit.
  if (stage.agrees) return greet(state, stage.visitor);
  const note = answer.kind === 'done' ? 'faceForgotten' : 'faceNotForgotten';
  return enter(state, allFields(notRegistering, note));
}

/** What came of a request about the visitor's data. Late answers change nothing that is shown. */
export function onMineAnswered(
  state: State,
  { request, answer }: Extract<Event, { kind: 'mineAnswered' }>,
): Step {
  const { stage } = state;
  if (!('request' in stage) || stage.request !== request) return stay(state);
  if (stage.at === 'consentAgain') return onConsent(state, answer);
  if (stage.at !== 'mineProof' && stage.at !== 'mineBirth' && stage.at !== 'mineForget') return stay(state);
  if (answer.kind === 'opened')
    return enter(state, { at: 'mine', mineRef: answer.mineRef, data: answer.data });
  return enter(state, { at: 'mineEnd', end: endOf(answer, state) });
}
