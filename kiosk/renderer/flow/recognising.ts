import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Side } from '../../vision/protocol.ts';
import type { Action, Event, Step } from './events.ts';
import { limits } from './limits.ts';
import { enter, numbered, seesFaces, stay } from './step.ts';
import type { KnownVisitor, Recognised, State } from './types.ts';
import { allFields, known, nameless, notRegistering } from './visitors.ts';

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

/** Whoever stands there is the visitor for certain: only now is anything of them shown. */
function greet(state: State, visitor: KnownVisitor): Step {
  const { usualFields, appointment, dossiers } = visitor;
  const hasMore = usualFields.length > 0 || appointment !== null || dossiers.length > 0;
  const stage = hasMore ? ({ at: 'greet', visitor } as const) : allFields(visitor);
  return enter(state, stage, { kind: 'sound', sound: 'greeting' });
}

/** A face alone may be a picture's: unless the camera is sure of a person, the head must turn first. */
function meet(state: State, answer: Recognised, proven: boolean, side: Side): Step {
  const visitor = known(answer);
  if (proven) return greet(state, visitor);
  if (!seesFaces(state)) return enter(state, allFields(notRegistering));
  return enter(
    state,
    { at: 'turn', visitor, side, hint: null, progress: 0 },
    { kind: 'startTimer', timer: 'giveUp', ms: limits.turn },
  );
}

/** Who is there. Late answers (the visitor touched, or left) change nothing. */
export function onIdentified(state: State, { request, answer, side }: Of<'identified'>): Step {
  const { stage } = state;
  if (stage.at !== 'look' || stage.request !== request) return stay(state);
  const { proven } = stage;
  switch (answer.kind) {
    case 'recognised':
      return meet(state, answer, proven, side);
    case 'unknown':
      return enter(state, allFields(nameless(seesFaces(state))));
    // Unsure never shows a name; and whoever may be registered is not asked to register again.
    case 'unsure':
      return answer.question === null
        ? enter(state, allFields(notRegistering))
        : enter(state, { at: 'question', ...answer.question, proven, request: null });
    case 'failed':
      return enter(state, allFields(notRegistering));
    default:
      return unreachable(answer);
  }
}

/** One answer to the question is sent; a second tap is none. */
export function answerYear(before: State, { year }: Extract<Action, { kind: 'answerYear' }>): Step {
  const { stage } = before;
  if (stage.at !== 'question' || stage.request !== null || !stage.birthYears.includes(year))
    return stay(before);
  const { state, request } = numbered(before);
  return {
    state: { ...state, stage: { ...stage, request } },
    effects: [{ kind: 'answer', request, questionRef: stage.questionRef, birthYear: year }],
  };
}

/** Whether the year was the right one. If not, the visitor takes a number as everybody does. */
export function onAnswered(state: State, { request, answer, side }: Of<'answered'>): Step {
  const { stage } = state;
  if (stage.at !== 'question' || stage.request !== request) return stay(state);
  return answer.kind === 'recognised'
    ? meet(state, answer, stage.proven, side)
    : enter(state, allFields(notRegistering));
}

/** The head turned as it was asked to. */
export const onTurned = (state: State): Step =>
  state.stage.at === 'turn' ? greet(state, state.stage.visitor) : stay(state);

/** Whether the registration was stored. If not, the visitor takes a number as everybody does. */
export function onEnrolled(state: State, { request, answer }: Of<'enrolled'>): Step {
  if (state.stage.at !== 'enrolling' || state.stage.request !== request) return stay(state);
  if (answer.kind === 'done') {
    const visitor = known({
      ...answer,
      usualFields: [],
      appointment: null,
      dossiers: [],
      pickUpFieldId: null,
    });
    return enter(state, allFields(visitor, 'registered'));
  }
  const { problem } = answer;
  const young = problem.kind === 'refused' && problem.code === 'tooYoung';
  return enter(state, allFields(notRegistering, young ? 'tooYoung' : 'notRegistered'));
}
