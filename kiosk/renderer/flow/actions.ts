import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { limits } from './limits.ts';
import { enter, goHome, idleTimer, numbered, seesFaces, stay } from './step.ts';
import type { Action, ConsentGiven, Order, State, Step, Visitor } from './types.ts';

const notRegistering: Visitor = { kind: 'nameless', mayRegister: false };

/** Sends a wish for a number; the wish is the visit's only one until it is answered. */
export function order(state: State, wish: Omit<Order, 'request'>): Step {
  const { state: next, request } = numbered(state);
  const made: Order = { request, ...wish };
  return enter(next, { at: 'issuing', order: made, lineLost: false }, { kind: 'issue', order: made });
}

function chooseField(state: State, action: Extract<Action, { kind: 'chooseField' }>): Step {
  const { stage } = state;
  if (stage.at !== 'greet' && stage.at !== 'fields') return stay(state);
  return order(state, { fieldId: action.fieldId, visitor: stage.visitor, channel: action.channel });
}

function notMe(state: State): Step {
  const { stage } = state;
  if ((stage.at !== 'greet' && stage.at !== 'fields') || stage.visitor.kind !== 'known') return stay(state);
  const { visitorRef } = stage.visitor;
  return enter(state, { at: 'fields', visitor: notRegistering, note: null }, { kind: 'deny', visitorRef });
}

function decline(state: State): Step {
  const { stage } = state;
  const registering =
    stage.at === 'consent' || stage.at === 'name' || (stage.at === 'enrolling' && stage.request === null);
  return registering ? enter(state, { at: 'fields', visitor: notRegistering, note: null }) : stay(state);
}

function register(state: State): Step {
  const { stage } = state;
  const may = stage.at === 'fields' && stage.visitor.kind === 'nameless' && stage.visitor.mayRegister;
  return may && seesFaces(state) ? enter(state, { at: 'consent' }) : stay(state);
}

function enrol(state: State, consent: ConsentGiven, name: string | null): Step {
  if (!seesFaces(state))
    return enter(state, { at: 'fields', visitor: notRegistering, note: 'notRegistered' });
  return enter(
    state,
    { at: 'enrolling', consent, name, hint: null, progress: 0, request: null },
    { kind: 'startTimer', timer: 'giveUp', ms: limits.enrol },
  );
}

function retry(state: State): Step {
  const { stage } = state;
  if (stage.at !== 'problem') return stay(state);
  const { order: same } = stage;
  return enter(state, { at: 'issuing', order: same, lineLost: false }, { kind: 'issue', order: same });
}

function act(state: State, action: Action): Step {
  const { stage } = state;
  switch (action.kind) {
    case 'touch':
      return stay(state);
    case 'language':
      return stay({ ...state, language: action.language });
    case 'takeNumber':
      return stage.at === 'attract' || stage.at === 'look'
        ? enter(state, { at: 'fields', visitor: notRegistering, note: null })
        : stay(state);
    case 'chooseField':
      return chooseField(state, action);
    case 'otherFields':
      return stage.at === 'greet'
        ? enter(state, { at: 'fields', visitor: stage.visitor, note: null })
        : stay(state);
    case 'notMe':
      return notMe(state);
    case 'register':
      return register(state);
    case 'agree':
      return stage.at === 'consent'
        ? enter(state, {
            at: 'name',
            consent: { version: action.version, language: state.language },
            text: '',
          })
        : stay(state);
    case 'decline':
      return decline(state);
    case 'typed':
      return stage.at === 'name' ? stay({ ...state, stage: { ...stage, text: action.text } }) : stay(state);
    case 'named':
      return stage.at === 'name' ? enrol(state, stage.consent, action.name) : stay(state);
    case 'retry':
      return retry(state);
    case 'leave':
      return stage.at === 'attract' || stage.at === 'offline' ? stay(state) : goHome(state, false);
    default:
      return unreachable(action);
  }
}

/** Something the visitor did. Whatever it was, somebody is there: a countdown ends and the waiting time starts anew. */
export function onAction(state: State, action: Action): Step {
  const face = state.face === 'gone' ? 'unseen' : state.face;
  const step = act({ ...state, touched: true, closing: null, face }, action);
  // Another screen brings its own timers.
  if (step.state.stage.at !== state.stage.at) return step;
  return {
    state: step.state,
    effects: [{ kind: 'stopTimer', timer: 'second' }, idleTimer(step.state), ...step.effects],
  };
}
