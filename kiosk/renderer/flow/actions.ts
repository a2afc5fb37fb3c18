import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { cardRead, confirmCard, editName, readerFailed, holdUpCard, withoutCard } from './cards.ts';
import {
  back,
  checkIn,
  checkInByCode,
  chooseField,
  declarePriority,
  enterCode,
  retry,
  setPriority,
  several,
  takeSeveral,
} from './choosing.ts';
import type { Action, Step } from './events.ts';
import { givesItself } from './giving.ts';
import {
  answerAgain,
  backToMine,
  bornOn,
  confirmForget,
  correctMine,
  forgetMine,
  isMine,
  isTypingMine,
  nameMine,
  openMine,
} from './mine.ts';
import { answerYear, greet } from './recognising.ts';
import { agree, born, decline, named, register } from './registering.ts';
import { enter, goHome, idleTimer, stay } from './step.ts';
import type { State } from './types.ts';
import { allFields, notRegistering } from './visitors.ts';

/** A number without waiting for the camera, and without being known. */
function takeNumber(state: State): Step {
  const { at } = state.stage;
  if (at === 'card') return withoutCard(state);
  const may = at === 'attract' || at === 'look' || at === 'turn' || at === 'question' || at === 'mineUnknown';
  return may || (at === 'offline' && givesItself(state))
    ? enter({ ...state, purpose: 'number' }, allFields(notRegistering))
    : stay(state);
}

function notMe(state: State): Step {
  const { stage } = state;
  if ((stage.at !== 'greet' && stage.at !== 'fields') || stage.visitor.kind !== 'known') return stay(state);
  const { visitorRef } = stage.visitor;
  return enter(state, allFields(notRegistering), { kind: 'deny', visitorRef });
}

function typed(state: State, text: string): Step {
  const { stage } = state;
  const { at } = stage;
  return at === 'name' || at === 'birth' || at === 'code' || isTypingMine(stage)
    ? stay({ ...state, stage: { ...stage, text } })
    : stay(state);
}

function leave(state: State): Step {
  const { at } = state.stage;
  return at === 'attract' || at === 'closed' || at === 'offline' ? stay(state) : goHome(state, false);
}

/** Who is to be led by sound has no use for more choices on the screen: touches mean something else from now on. */
function helpBy(state: State, { mode, on }: Extract<Action, { kind: 'helpBy' }>): Step {
  const open = state.help.open && !(mode === 'sound' && on);
  return stay({ ...state, help: { ...state.help, open, [mode]: on } });
}

function act(state: State, action: Action): Step {
  const { stage } = state;
  switch (action.kind) {
    case 'touch':
      return stay(state);
    case 'language':
      return stay({ ...state, language: action.language });
    case 'help':
      return stay({ ...state, help: { ...state.help, open: action.open } });
    case 'helpBy':
      return helpBy(state, action);
    case 'takeNumber':
      return takeNumber(state);
    case 'chooseField':
      return chooseField(state, action);
    case 'several':
      return several(state);
    case 'takeSeveral':
      return takeSeveral(state);
    case 'otherFields':
      return stage.at === 'greet' ? enter(state, allFields(stage.visitor)) : stay(state);
    case 'declarePriority':
      return declarePriority(state);
    case 'setPriority':
      return setPriority(state, action);
    case 'enterCode':
      return enterCode(state);
    case 'checkInByCode':
      return checkInByCode(state, action);
    case 'checkIn':
      return checkIn(state);
    case 'notMe':
      return notMe(state);
    case 'answerYear':
      return answerYear(state, action);
    case 'register':
      return register(state);
    case 'agree':
      return agree(state, action);
    case 'useCard':
      return holdUpCard(state);
    case 'cardRead':
      return cardRead(state, action);
    case 'readerFailed':
      return readerFailed(state);
    case 'editName':
      return editName(state);
    case 'confirmCard':
      return confirmCard(state);
    case 'decline':
      return decline(state);
    case 'answerAgain':
      return answerAgain(state, action);
    case 'typed':
      return typed(state, action.text);
    case 'named':
      return stage.at === 'mineName' ? nameMine(state, action) : named(state, action);
    case 'born':
      return born(state, action);
    case 'mine':
      return openMine(state);
    case 'bornOn':
      return bornOn(state, action);
    case 'correctMine':
      return correctMine(state);
    case 'forgetMine':
      return forgetMine(state, action);
    case 'confirmForget':
      return confirmForget(state);
    case 'later':
      return stage.at === 'consentAgain' && stage.request === null
        ? greet(state, stage.visitor)
        : stay(state);
    case 'back':
      return isMine(stage) ? backToMine(state) : back(state);
    case 'retry':
      return retry(state);
    case 'leave':
      return leave(state);
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
