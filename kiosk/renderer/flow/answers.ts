import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { limits } from './limits.ts';
import { enter, seesFaces, stay } from './step.ts';
import { order } from './actions.ts';
import type { Event, KnownVisitor, NamelessVisitor, State, Step } from './types.ts';

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

const nameless = (mayRegister: boolean): NamelessVisitor => ({ kind: 'nameless', mayRegister });

/** Who is there. Late answers (the visitor touched, or left) change nothing. */
export function onIdentified(state: State, { request, answer }: Of<'identified'>): Step {
  if (state.stage.at !== 'look' || state.stage.request !== request) return stay(state);
  switch (answer.kind) {
    case 'recognised': {
      const { visitorRef, maskedName, usualFields } = answer;
      const visitor: KnownVisitor = { kind: 'known', visitorRef, maskedName, usualFields };
      const stage =
        usualFields.length > 0
          ? ({ at: 'greet', visitor } as const)
          : ({ at: 'fields', visitor, note: null } as const);
      return enter(state, stage, { kind: 'sound', sound: 'greeting' });
    }
    case 'unknown':
      return enter(state, { at: 'fields', visitor: nameless(seesFaces(state)), note: null });
    // Unsure never shows a name; and whoever may be registered is not asked to register again.
    case 'unsure':
    case 'failed':
      return enter(state, { at: 'fields', visitor: nameless(false), note: null });
    default:
      return unreachable(answer);
  }
}

/** Whether the registration was stored. If not, the visitor takes a number as everybody does. */
export function onEnrolled(state: State, { request, answer }: Of<'enrolled'>): Step {
  if (state.stage.at !== 'enrolling' || state.stage.request !== request) return stay(state);
  if (answer.kind === 'failed')
    return enter(state, { at: 'fields', visitor: nameless(false), note: 'notRegistered' });
  const { visitorRef, maskedName } = answer;
  const visitor: KnownVisitor = { kind: 'known', visitorRef, maskedName, usualFields: [] };
  return enter(state, { at: 'fields', visitor, note: 'registered' });
}

/** The number, or why there is none (yet). */
export function onIssued(state: State, { request, answer }: Of<'issued'>): Step {
  const { stage } = state;
  if (stage.at !== 'issuing' || stage.order.request !== request) return stay(state);
  // Also at the end of a countdown: a number that was given must be seen.
  if (answer.kind === 'done')
    return enter(
      { ...state, closing: null },
      { at: 'number', ticket: answer.ticket },
      { kind: 'sound', sound: 'number' },
    );
  const { problem } = answer;
  if (problem.kind === 'offline')
    return {
      state: { ...state, stage: { ...stage, lineLost: true } },
      effects: [{ kind: 'startTimer', timer: 'retry', ms: limits.retryIssue }],
    };
  const { fieldId, visitor, channel } = stage.order;
  const code = problem.kind === 'refused' ? problem.code : null;
  // Recognised too long ago: the number matters more than the name.
  if (code === 'visitorRefExpired' && visitor.kind === 'known')
    return order(state, { fieldId, visitor: nameless(false), channel });
  if (code === 'unknownField') return enter(state, { at: 'fields', visitor, note: 'fieldGone' });
  return enter(state, { at: 'problem', order: stage.order });
}
